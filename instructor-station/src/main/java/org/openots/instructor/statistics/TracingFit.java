package org.openots.instructor.statistics;

import java.util.List;

/**
 * Finds the parameters of {@link KnowledgeTracing} under which recorded tries are most likely: expectation maximisation on the two
 * states known and not known, of which the first is never left (Baum 1970). The same records give the same parameters.
 */
public final class TracingFit {
    /** Fewer tries in all say too little about four parameters. */
    public static final int FEWEST_TRIES = 100;

    private static final int MOST_ROUNDS = 2000;
    /** Change of every parameter at which it has converged. */
    private static final double CONVERGED = 1e-7;

    /** Bounds that keep success on the side of the skill (Baker, Corbett and Aleven 2008). */
    private static final double MOST_SLIP = 0.3;

    private static final double MOST_GUESS = 0.4;
    private static final double EDGE = 1e-3;

    private TracingFit() {}

    /** Expected counts of one round. */
    private static final class Counts {
        private double starts;
        private double startsKnown;
        private double chances;
        private double learned;
        private double known;
        private double slips;
        private double unknown;
        private double guesses;
    }

    /**
     * Fits.
     *
     * @param people tries of each person, oldest first, whether they succeeded
     * @param start where the search begins, and the answer when there are too few tries
     * @return the parameters
     */
    public static KnowledgeTracing fit(List<boolean[]> people, KnowledgeTracing start) {
        int tries = people.stream().mapToInt(one -> one.length).sum();
        if (tries < FEWEST_TRIES) {
            return start;
        }
        KnowledgeTracing now = start;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Counts counts = new Counts();
            for (boolean[] one : people) {
                if (one.length > 0) {
                    count(one, now, counts);
                }
            }
            KnowledgeTracing next = new KnowledgeTracing(
                    within(counts.startsKnown / counts.starts, 1),
                    within(counts.chances > 0 ? counts.learned / counts.chances : now.learned(), 1),
                    within(counts.known > 0 ? counts.slips / counts.known : now.slip(), MOST_SLIP),
                    within(counts.unknown > 0 ? counts.guesses / counts.unknown : now.guess(), MOST_GUESS));
            boolean same = Math.abs(next.known() - now.known()) < CONVERGED
                    && Math.abs(next.learned() - now.learned()) < CONVERGED
                    && Math.abs(next.slip() - now.slip()) < CONVERGED
                    && Math.abs(next.guess() - now.guess()) < CONVERGED;
            now = next;
            if (same) {
                break;
            }
        }
        return now;
    }

    private static double within(double value, double most) {
        return Math.max(EDGE, Math.min(most == 1 ? 1 - EDGE : most, value));
    }

    /** Forward and backward through the tries of one person. */
    private static void count(boolean[] tries, KnowledgeTracing at, Counts counts) {
        int n = tries.length;
        double[] known = new double[n]; // of being known before try i, given the tries before it
        known[0] = at.known();
        double[] posterior = new double[n]; // given try i too
        for (int i = 0; i < n; i++) {
            double yes = known[i] * ifKnown(tries[i], at);
            double no = (1 - known[i]) * ifNot(tries[i], at);
            posterior[i] = yes / (yes + no);
            if (i + 1 < n) {
                known[i + 1] = posterior[i] + (1 - posterior[i]) * at.learned();
            }
        }
        double smooth = posterior[n - 1]; // given all tries
        note(tries[n - 1], smooth, counts);
        for (int i = n - 2; i >= 0; i--) {
            // what is not known before try i + 1 was not known before try i; what is known was, or was learned
            double learnedNow = known[i + 1] > 0 ? smooth * (1 - posterior[i]) * at.learned() / known[i + 1] : 0;
            double before = smooth - learnedNow;
            counts.chances += 1 - before;
            counts.learned += learnedNow;
            smooth = before;
            note(tries[i], smooth, counts);
        }
        counts.starts += 1;
        counts.startsKnown += smooth;
    }

    private static void note(boolean success, double known, Counts counts) {
        counts.known += known;
        counts.unknown += 1 - known;
        if (success) {
            counts.guesses += 1 - known;
        } else {
            counts.slips += known;
        }
    }

    private static double ifKnown(boolean success, KnowledgeTracing at) {
        return success ? 1 - at.slip() : at.slip();
    }

    private static double ifNot(boolean success, KnowledgeTracing at) {
        return success ? at.guess() : 1 - at.guess();
    }
}
