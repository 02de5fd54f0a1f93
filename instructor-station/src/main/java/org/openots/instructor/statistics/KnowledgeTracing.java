package org.openots.instructor.statistics;

/**
 * Whether somebody has a skill, told from his tries: Bayesian knowledge tracing (Corbett and Anderson 1995). The parameters are
 * shown with the result.
 *
 * @param known probability that it is known before the first try
 * @param learned probability that it is learned by a try
 * @param slip probability that a try fails although it is known
 * @param guess probability that a try succeeds although it is not known
 */
public record KnowledgeTracing(double known, double learned, double slip, double guess) {
    /** What the station assumes before its own records say better. */
    public static final KnowledgeTracing USUAL = new KnowledgeTracing(0.2, 0.15, 0.1, 0.15);

    /** Refuses what is no probability, and a try that says nothing or the opposite. */
    public KnowledgeTracing {
        for (double one : new double[] {known, learned, slip, guess}) {
            if (!(one >= 0 && one <= 1)) {
                throw new IllegalArgumentException(one + " is not a probability");
            }
        }
        if (!(slip + guess < 1)) {
            throw new IllegalArgumentException("slip " + slip + " and guess " + guess
                    + " are 1 or more together: success would not speak for the skill");
        }
    }

    /**
     * Learns from a try.
     *
     * @param before probability that it was known before, 0..1
     * @param success whether the try succeeded
     * @return probability that it is known after
     */
    public double after(double before, boolean success) {
        double ifKnown = success ? 1 - slip : slip;
        double ifNot = success ? guess : 1 - guess;
        double evidence = before * ifKnown + (1 - before) * ifNot;
        double posterior = evidence > 0 ? before * ifKnown / evidence : before;
        return posterior + (1 - posterior) * learned;
    }

    /**
     * Learns from tries.
     *
     * @param tries whether each succeeded, oldest first
     * @return probability that it is known now
     */
    public double mastery(boolean... tries) {
        double mastery = known;
        for (boolean one : tries) {
            mastery = after(mastery, one);
        }
        return mastery;
    }

    /**
     * Foretells the next try.
     *
     * @param mastery probability that it is known
     * @return probability of success
     */
    public double chance(double mastery) {
        return mastery * (1 - slip) + (1 - mastery) * guess;
    }
}
