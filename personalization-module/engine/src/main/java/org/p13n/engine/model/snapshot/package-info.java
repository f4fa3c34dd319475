/**
 * The form in which a model goes from the node that trained it to the others, and survives a restart.
 *
 * <p>A snapshot is a header – the eight bytes {@code P13NMODL} and the number of the format – and blocks. A block is the
 * length of its packed bytes, their CRC-32C (Castagnoli, 1993) and the bytes, packed by Deflate at its fastest level; a
 * block of length 0 is the end. Blocks are checked before a byte of them is believed, so that damage is told from
 * nonsense, and a snapshot of any size is written and read with one block of a megabyte in memory.
 */
package org.p13n.engine.model.snapshot;
