package org.p13n.sample.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which of the shared stores a test wants. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface Running {

    Which value();

    /** The stores that all tests of a run share. */
    enum Which {
        /** On the embedded H2, with the simulated shoppers: what {@code mvn -Pstore} starts. */
        SAMPLE,
        /** On PostgreSQL, without a history. */
        ON_POSTGRES,
        /** On the embedded H2, without a history; no test orders anything in it. */
        QUIET
    }
}
