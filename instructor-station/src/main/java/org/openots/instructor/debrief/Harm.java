package org.openots.instructor.debrief;

import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunWhatIf;

/**
 * How bad a run went, in one number that only ranks: interlocks count most, then alarms by their priority, then how soon the first
 * interlock acted, so that of two causes of the same trip the one that hurried it weighs more.
 *
 * @param trips how often an interlock acted
 * @param urgent alarms of priority 1
 * @param soon alarms of priority 2
 * @param aware alarms of priority 3
 * @param firstTrip model time of the first interlock, s; infinity if none acted
 * @param length of the run, s
 */
public record Harm(int trips, int urgent, int soon, int aware, double firstTrip, double length) {
    /** An interlock is as bad as a shift's worth of alarms: EEMUA 191 allows about one in ten minutes. */
    private static final double TRIP = 50;

    private static final double URGENT = 5;
    private static final double SOON = 2;
    private static final double AWARE = 1;
    /** What a trip at the very beginning adds to one at the very end. */
    private static final double HURRY = 10;

    private static final String CAME = "unack";
    private static final String TRIPPED = "interlock-tripped";

    /**
     * Measures a run.
     *
     * @param outcome what came of it
     * @return the harm
     */
    public static Harm of(RunWhatIf.Outcome outcome) {
        int trips = 0;
        int[] alarms = new int[4];
        double first = Double.POSITIVE_INFINITY;
        for (RunEvent event : outcome.events()) {
            if (event.kind().equals(TRIPPED)) {
                trips++;
                first = Math.min(first, event.time());
            } else if (event.kind().equals(RunEvent.ALARM) && event.code().equals(CAME)) {
                int priority = event.values().getOrDefault("priority", 3.0).intValue();
                alarms[Math.max(1, Math.min(3, priority))]++;
            }
        }
        return new Harm(trips, alarms[1], alarms[2], alarms[3], first, outcome.time());
    }

    /**
     * The number that ranks.
     *
     * @return 0 for a run without alarms
     */
    public double weight() {
        double hurry = Double.isInfinite(firstTrip) || length <= 0 ? 0 : HURRY * (1 - firstTrip / length);
        return TRIP * trips + URGENT * urgent + SOON * soon + AWARE * aware + hurry;
    }
}
