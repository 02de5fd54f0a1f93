package org.openots.common.signal;

/** The signals at one tick, as conditions, scorers and screens see them. */
public interface SignalView {
    /**
     * The tick, counted from the start of the run.
     *
     * @return the tick
     */
    long tick();

    /**
     * Model time since the start of the run.
     *
     * @return seconds
     */
    double time();

    /**
     * A signal's value in its engineering unit.
     *
     * @param index index in the plant's {@link SignalTable}
     * @return the value; NaN when there is none (a sample not taken, a failed transmitter)
     */
    double value(int index);
}
