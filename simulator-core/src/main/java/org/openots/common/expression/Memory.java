package org.openots.common.expression;

import org.openots.common.signal.SignalView;

/** The operations that remember earlier ticks. They know model time only. */
final class Memory {
    /**
     * Slack when a duration is compared, s: far below the shortest tick (0.1 s), far above the rounding of a model time
     * of months.
     */
    private static final double TIME_SLACK = 1e-6;

    /** Samples kept over the window of a rate; the window is met within 1/62 of its length. */
    private static final int SAMPLES = 64;

    private Memory() {}

    /** Seconds since the evaluation saw its first tick. State: start time. */
    record Elapsed(int offset) implements Node {
        static final int SIZE = 1;

        @Override
        public double eval(SignalView view, double[] state) {
            if (Double.isNaN(state[offset])) {
                state[offset] = view.time();
            }
            return view.time() - state[offset];
        }

        @Override
        public void reset(double[] state) {
            state[offset] = Double.NaN;
        }

        @Override
        public boolean isCondition() {
            return false;
        }
    }

    /** Whether a condition has held without a break for a duration, s. State: since when it holds. */
    record HeldFor(Node condition, double duration, int offset) implements Node {
        static final int SIZE = 1;

        @Override
        public double eval(SignalView view, double[] state) {
            if (condition.eval(view, state) == 0) {
                state[offset] = Double.NaN;
                return 0;
            }
            if (Double.isNaN(state[offset])) {
                state[offset] = view.time();
            }
            return Node.of(view.time() - state[offset] >= duration - TIME_SLACK);
        }

        @Override
        public void reset(double[] state) {
            state[offset] = Double.NaN;
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** Whether a number lies in a closed band. */
    record InBand(Node value, Node low, Node high) implements Node {
        @Override
        public double eval(SignalView view, double[] state) {
            double v = value.eval(view, state);
            double lo = low.eval(view, state);
            double hi = high.eval(view, state);
            return Node.of(v >= lo && v <= hi);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** Whether a condition was true at any tick so far. State: 1 once it was. */
    record EverTrue(Node condition, int offset) implements Node {
        static final int SIZE = 1;

        @Override
        public double eval(SignalView view, double[] state) {
            if (condition.eval(view, state) != 0) {
                state[offset] = 1;
            }
            return state[offset];
        }

        @Override
        public void reset(double[] state) {
            state[offset] = 0;
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /**
     * Mean rate of change over a window, per second; NaN until the window is filled once. State: number of samples, the
     * latest sample at least a window old (-1 for none), then a ring of times and a ring of values.
     */
    record Rate(Node value, double window, int offset) implements Node {
        static final int SIZE = 2 + 2 * SAMPLES;

        @Override
        public double eval(SignalView view, double[] state) {
            double now = view.time();
            double current = value.eval(view, state);
            long count = (long) state[offset];
            double spacing = window / (SAMPLES - 2);
            if (count == 0 || now - time(state, count - 1) >= spacing - TIME_SLACK) {
                int slot = (int) (count % SAMPLES);
                state[offset + 2 + slot] = now;
                state[offset + 2 + SAMPLES + slot] = current;
                count++;
                state[offset] = count;
            }
            return slope(state, count, now, current);
        }

        private double slope(double[] state, long count, double now, double current) {
            long chosen = (long) state[offset + 1];
            while (chosen + 1 < count && time(state, chosen + 1) <= now - window + TIME_SLACK) {
                chosen++;
            }
            state[offset + 1] = chosen;
            if (chosen < 0) {
                return Double.NaN;
            }
            double before = state[offset + 2 + SAMPLES + (int) (chosen % SAMPLES)];
            return (current - before) / (now - time(state, chosen));
        }

        private double time(double[] state, long sample) {
            return state[offset + 2 + (int) (sample % SAMPLES)];
        }

        @Override
        public void reset(double[] state) {
            state[offset] = 0;
            state[offset + 1] = -1;
        }

        @Override
        public boolean isCondition() {
            return false;
        }
    }
}
