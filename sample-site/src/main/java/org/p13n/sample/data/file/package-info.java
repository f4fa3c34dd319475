/**
 * The store's data files: what each CSV file may hold, how a row is checked, and where a rejected row goes.
 *
 * <p>A file is either usable as a whole (strict UTF-8, well-formed CSV, every required column) or not read at all; a
 * row of a usable file is either good or written to the file's list of rejected rows, and never stops the rest.
 */
package org.p13n.sample.data.file;
