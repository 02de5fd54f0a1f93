package org.openots.instructor.debrief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.openots.instructor.session.RunInput;
import org.openots.instructor.session.RunWhatIf;

/**
 * Ranks what was done in a run by how much worse it made it. Each deed is judged twice: the run without it, and a run with nothing
 * but it. The mean of both is its weight, so that of two causes which each suffice neither hides behind the other (the Shapley
 * value of two players).
 *
 * @param harm of the run as it was
 * @param score of the run as it was, points
 * @param causes the deeds, the worst first
 * @param tickSeconds model time of a tick, s
 */
public record CauseAnalysis(Harm harm, double score, List<Ranked> causes, double tickSeconds) {
    /** Freezes the causes. */
    public CauseAnalysis {
        causes = List.copyOf(causes);
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
     * Analyses a run: plays it twice for each deed.
     *
     * @param run the run
     * @param tickSeconds s
     * @param progress told the share that is done, 0..1
     * @param stopped whether somebody no longer wants the answer
     * @return the analysis; when stopped, of the deeds judged so far
     */
    public static CauseAnalysis of(
            RunWhatIf run, double tickSeconds, DoubleConsumer progress, BooleanSupplier stopped) {
        RunWhatIf.Outcome actual = run.actual();
        Harm all = Harm.of(actual);
        double none = Harm.of(run.only(List.of())).weight();
        List<Deed> deeds = Deed.of(run.inputs(), tickSeconds);
        List<Ranked> ranked = new ArrayList<>();
        for (Deed deed : deeds) {
            if (stopped.getAsBoolean()) {
                break;
            }
            List<RunInput> inputs = deed.inputs();
            RunWhatIf.Outcome without = run.without(inputs);
            Harm rest = Harm.of(without);
            double alone = Harm.of(run.only(inputs)).weight();
            double weight = (all.weight() - rest.weight() + alone - none) / 2;
            ranked.add(new Ranked(deed, weight, rest, without.score() - actual.score()));
            progress.accept(ranked.size() / (double) deeds.size());
        }
        ranked.sort(Comparator.comparingDouble(Ranked::weight)
                .reversed()
                .thenComparingLong(one -> one.deed().tick()));
        return new CauseAnalysis(all, actual.score(), ranked, tickSeconds);
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
