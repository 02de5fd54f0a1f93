package org.openots.distillation.field3d.state;

/** The numbers of the plant as they are to be shown now. */
public interface Values {
    /**
     * A signal.
     *
     * @param signal name in the snapshots
     * @return in its engineering unit; NaN if the station never told it or told that there is none
     */
    double value(String signal);

    /**
     * A signal that says yes or no.
     *
     * @param signal name in the snapshots
     * @return true above one half
     */
    default boolean on(String signal) {
        return value(signal) > 0.5;
    }
}
