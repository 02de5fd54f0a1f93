package org.openots.instructor.session;

/**
 * What the owner of a run may do besides operating the plant; the instructor may do all of it in training.
 *
 * @param speedMin lowest speed, model seconds a second
 * @param speedMax highest speed, model seconds a second
 * @param freeze may freeze and run
 * @param rewind may go back in time
 * @param restart may start over
 * @param hints sees hints
 * @param liveScore sees the score while the run is open
 * @param graceSeconds wall time the run goes on without its owner's connection, seconds; 0 is the station's, {@link #NEVER_HELD}
 *     lets it go on
 */
public record RunRules(
        double speedMin,
        double speedMax,
        boolean freeze,
        boolean rewind,
        boolean restart,
        boolean hints,
        boolean liveScore,
        double graceSeconds) {
    /** A grace that never ends: the run goes on without its owner. */
    public static final double NEVER_HELD = -1;
    /** Lowest speed any run may have: below it a controller's response takes longer than a lesson. */
    public static final double SPEED_MIN = 0.2;
    /** Highest speed any run may have: 200 ticks a second at 0.1 s, what one core keeps up with for one run. */
    public static final double SPEED_MAX = 20;

    /** Rules with the station's grace. */
    public RunRules(
            double speedMin,
            double speedMax,
            boolean freeze,
            boolean rewind,
            boolean restart,
            boolean hints,
            boolean liveScore) {
        this(speedMin, speedMax, freeze, rewind, restart, hints, liveScore, 0);
    }

    /**
     * Practice: everything is open to the student.
     *
     * @return the rules
     */
    public static RunRules practice() {
        return new RunRules(SPEED_MIN, SPEED_MAX, true, true, true, true, true);
    }

    /**
     * Examination: real time, nothing but the plant.
     *
     * @return the rules
     */
    public static RunRules examination() {
        return new RunRules(1, 1, false, false, false, false, false);
    }

    /** How long a run goes on without its owner, s: its own grace, or the station's. */
    double grace(double station) {
        return graceSeconds == NEVER_HELD ? Double.POSITIVE_INFINITY : graceSeconds > 0 ? graceSeconds : station;
    }
}
