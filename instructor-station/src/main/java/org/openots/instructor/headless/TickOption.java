package org.openots.instructor.headless;

import picocli.CommandLine.Option;

/** {@code --tick} of a command that is free to choose it. */
final class TickOption {
    /** Finest, s: ten times finer than a session, and a day of model time still ends. */
    private static final double FINEST = 0.01;

    /** Coarsest, s: the flow loops have integral times of a few seconds. */
    private static final double COARSEST = 1;

    @Option(names = "--tick", defaultValue = "0.5", description = "步长 / tick, s")
    private double tick;

    /**
     * The tick, s.
     *
     * @throws org.openots.common.error.OtsException if it is out of its range
     */
    double seconds() {
        return Numbers.within("--tick", tick, FINEST, COARSEST);
    }
}
