package org.openots.common.expression;

import org.openots.common.signal.SignalView;

/**
 * Mean or standard deviation of a number over a window; NaN until the window is filled once, and while fewer than half of
 * its samples have a value: a lost sample neither counts nor breaks it. State: number of samples, then a ring of times
 * and a ring of values.
 */
record Statistic(Node value, double window, boolean deviation, int offset) implements Node {
    /** Samples kept over the window; one more stands at its beginning. */
    private static final int SAMPLES = 64;

    /** Slack when times are compared, s: see {@link Memory}. */
    private static final double TIME_SLACK = 1e-6;

    /** Most of a window must be known. */
    private static final double KNOWN = 0.5;

    static final int SIZE = 1 + 2 * SAMPLES;

    @Override
    public double eval(SignalView view, double[] state) {
        double now = view.time();
        double current = value.eval(view, state);
        long count = (long) state[offset];
        if (count == 0 || now - time(state, count - 1) >= window / (SAMPLES - 2) - TIME_SLACK) {
            int slot = (int) (count % SAMPLES);
            state[offset + 1 + slot] = now;
            state[offset + 1 + SAMPLES + slot] = current;
            state[offset] = ++count;
        }
        return statistic(state, count, now - window - TIME_SLACK);
    }

    private double statistic(double[] state, long count, double from) {
        long oldest = Math.max(0, count - SAMPLES);
        if (time(state, oldest) > from + 2 * TIME_SLACK) {
            return Double.NaN;
        }
        int inside = 0;
        int known = 0;
        double mean = 0;
        double squares = 0;
        for (long i = count - 1; i >= oldest && time(state, i) >= from; i--) {
            double sample = state[offset + 1 + SAMPLES + (int) (i % SAMPLES)];
            inside++;
            if (!Double.isNaN(sample)) {
                known++;
                double step = sample - mean;
                mean += step / known;
                squares += step * (sample - mean);
            }
        }
        if (known < KNOWN * inside || known == 0) {
            return Double.NaN;
        }
        return deviation ? Math.sqrt(squares / known) : mean;
    }

    private double time(double[] state, long sample) {
        return state[offset + 1 + (int) (sample % SAMPLES)];
    }

    @Override
    public void reset(double[] state) {
        state[offset] = 0;
    }

    @Override
    public boolean isCondition() {
        return false;
    }
}
