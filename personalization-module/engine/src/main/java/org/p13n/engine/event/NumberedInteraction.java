package org.p13n.engine.event;

/**
 * An interaction with the id under which it is or will be stored. It has the id before the first try to store it, so
 * that a repeated try can be told from another interaction.
 *
 * @param id positive and rising with time; an impression's is the id of its list
 */
public record NumberedInteraction(long id, Interaction interaction) {
    public NumberedInteraction {
        if (interaction == null) {
            throw new IllegalArgumentException("The id " + id + " must stand for an interaction but stands for none");
        }
    }
}
