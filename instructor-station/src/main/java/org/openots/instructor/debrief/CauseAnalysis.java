package org.openots.instructor.debrief;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.openots.instructor.session.RunWhatIf;

/**
 * Ranks what was done in a run by how much worse it made it, and says what would have come of doing it earlier or later. A deed's
 * weight is the mean of what the run loses in harm without it and of what it does alone, so that of two causes which each suffice
 * neither hides behind the other (the Shapley value of two players).
 *
 * @param harm of the run as it was
 * @param score of the run as it was, points
 * @param causes the deeds, the worst first
 * @param shifts deeds at other times, those that would have helped most first
 * @param tickSeconds model time of a tick, s
 * @param plays how often the run was played
 */
public record CauseAnalysis(
        Harm harm, double score, List<Ranked> causes, List<Shifted> shifts, double tickSeconds, int plays) {
    /** Freezes the lists. */
    public CauseAnalysis {
        causes = List.copyOf(causes);
        shifts = List.copyOf(shifts);
    }

    /** What is looked for. */
    public enum Wish {
        /** The causes. */
        CAUSES,
        /** The causes, and what would have come of other times. */
        CAUSES_AND_TIMES
    }

    /**
     * A deed with what it did.
     *
     * @param deed what was done
     * @param weight how much harm it stands for; 0 for what changed nothing
     * @param without harm of the run without it
     * @param points how many more points the run would have without it; below 0 when it was right to do it
     */
    public record Ranked(Deed deed, double weight, Harm without, double points) {}

    /**
     * A deed at another time.
     *
     * @param deed what was done
     * @param ticks by how many ticks it is moved, negative for earlier
     * @param seconds the same as model time, s
     * @param gain how much less harm the run would have done; below 0 when it would have been worse
     * @param then harm of the run in which it was done then
     * @param points how many more points that run would have
     */
    public record Shifted(Deed deed, long ticks, double seconds, double gain, Harm then, double points) {}

    /**
     * Analyses a run.
     *
     * @param run the run
     * @param tickSeconds s
     * @param wish what is looked for
     * @param progress told the share that is done, 0..1
     * @param stopped whether somebody no longer wants the answer
     * @return the analysis; when stopped, of the deeds judged so far
     */
    public static CauseAnalysis of(
            RunWhatIf run, double tickSeconds, Wish wish, DoubleConsumer progress, BooleanSupplier stopped) {
        return new CauseSearch(run, tickSeconds, progress, stopped).find(wish);
    }

    /**
     * The other time that would have helped a deed's run most.
     *
     * @param deed one of the deeds
     * @return nothing if no other time was tried
     */
    public Optional<Shifted> best(Deed deed) {
        return shifts.stream().filter(one -> one.deed().equals(deed)).findFirst();
    }

    /**
     * When a tick is.
     *
     * @param tick of the run
     * @return model time, s
     */
    public double seconds(long tick) {
        return tick * tickSeconds;
    }
}
