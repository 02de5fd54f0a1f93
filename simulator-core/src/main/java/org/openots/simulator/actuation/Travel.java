package org.openots.simulator.actuation;

/** Rate-limited movement. */
final class Travel {
    private Travel() {}

    /** Moves a position towards a target by at most a step, and lands exactly on it. */
    static double toward(double position, double target, double step) {
        double gap = target - position;
        if (gap > step) {
            return position + step;
        }
        return gap < -step ? position - step : target;
    }
}
