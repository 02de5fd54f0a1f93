package org.openots.benchmarks.load;

import org.openots.benchmarks.CalibrationBenchmark;

/** How fast this machine is just now: the loop of the benchmarks, its fastest of many. */
final class Calibration {
    private static final int ROUNDS = 4000;

    private Calibration() {}

    /** Time of one pass, µs. */
    static double micros() {
        CalibrationBenchmark loop = new CalibrationBenchmark();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            loop.unit();
            best = Math.min(best, System.nanoTime() - before);
        }
        return best * 1e-3;
    }
}
