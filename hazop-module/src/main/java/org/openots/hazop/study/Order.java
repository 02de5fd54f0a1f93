package org.openots.hazop.study;

import java.util.OptionalDouble;

/** Something done to the plant at a time of a played run. */
public sealed interface Order {
    /**
     * When.
     *
     * @return s of model time since the beginning of the run
     */
    double atSeconds();

    /**
     * A fault of the plant pack.
     *
     * @param atSeconds when it begins, s
     * @param fault its id
     * @param strength 0 to 1
     * @param rampSeconds time to full strength, s; that of the fault when nothing is given
     */
    record Fault(double atSeconds, String fault, double strength, OptionalDouble rampSeconds) implements Order {}

    /**
     * A command, given with the rights of an instructor.
     *
     * @param atSeconds when, s
     * @param target what is operated
     * @param verb what is done to it
     * @param value the number of the verb, if it takes one
     */
    record Operation(double atSeconds, String target, String verb, OptionalDouble value) implements Order {}
}
