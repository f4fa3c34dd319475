/**
 * What shoppers did, as small immutable records, and the queue that takes them off the request thread.
 *
 * <p>An {@link org.p13n.engine.event.Interaction} is checked when it is made, so that every later stage can rely on it.
 * The {@link org.p13n.engine.event.InteractionQueue} hands it over in well under a microsecond and sheds load rather
 * than make a shopper wait. This stage depends on no other.
 */
package org.p13n.engine.event;
