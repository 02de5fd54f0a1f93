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
 */
public record RunRules(
        double speedMin,
        double speedMax,
        boolean freeze,
        boolean rewind,
        boolean restart,
        boolean hints,
        boolean liveScore) {
    /** Lowest speed any run may have: below it a controller's response takes longer than a lesson. */
    public static final double SPEED_MIN = 0.2;
    /** Highest speed any run may have: 200 ticks a second at 0.1 s, what one core keeps up with for one run. */
    public static final double SPEED_MAX = 20;

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
}
