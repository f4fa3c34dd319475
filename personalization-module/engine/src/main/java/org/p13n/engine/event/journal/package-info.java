/**
 * Interactions on disk while the database is slow or away: a bounded {@link
 * org.p13n.engine.event.journal.InteractionJournal} of checksummed segments that a crash or a bad disk may damage but
 * not falsify.
 *
 * <p>A segment is a file of at most 4 MB: 8 letters {@code P13NJRNL}, the format's version (4 bytes), a random salt (8
 * bytes), then records. A record is its length (4 bytes), a CRC-32C over salt, length and content (4 bytes), and the
 * content as {@link org.p13n.engine.event.journal.RecordFormat} says. All numbers are big-endian. The salt keeps
 * anybody whose words end up in a record, like a search term, from writing something that reads as a record itself.
 *
 * <p>An interaction has its id before it gets here. So replaying is safe to repeat: what is stored already is recognised
 * by its id, and the journal need not remember how far it came within a segment.
 */
package org.p13n.engine.event.journal;
