package org.p13n.broadleaf.model;

/** Which trained model a shop wants to show. */
public interface ModelChoice {
    /** The version of the trained model to go back to, which then stays as it was; 0 = the newest, which goes on learning. */
    long modelVersion();
}
