/**
 * What the shopper sees.
 *
 * <p>{@link org.p13n.broadleaf.page.P13nDialect} gives templates the tags {@code p13n:style}, {@code
 * p13n:recommendations}, {@code p13n:bundle}, {@code p13n:script}, {@code p13n:consent} and {@code p13n:link}. A tag that has nothing to show, because the shop's switch is off, because
 * nothing is known or because something failed, removes itself and the white space before it: the page is then, byte for
 * byte, the page of a template without that line.
 */
package org.p13n.broadleaf.page;
