package org.openots.instructor.debrief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.openots.instructor.session.RunInput;
import org.openots.instructor.session.RunWhatIf;

/**
 * One search for the causes of a run. Each deed is left out once, and the play begins where the deed does. What a deed does alone
 * is played only for those whose absence changed something; the others are played together, and are told apart only if together
 * they do harm. For one thread, once.
 */
final class CauseSearch {
    /** Harm that is none: less than one alarm that only informs. */
    private static final double NOTHING = 0.05;
    /** Harm that deeds without an effect may do together before they are told apart: one alarm of priority 2. */
    private static final double TOGETHER = 2.5;
    /** Deeds tried at other times at most: each takes up to six plays. */
    private static final int MOST_SHIFTED = 8;
    /** Parts of the work: leaving out, alone, other times. */
    private static final double LEFT_OUT = 0.5;

    private static final double ALONE = 0.65;

    private final RunWhatIf run;
    private final double tickSeconds;
    private final DoubleConsumer progress;
    private final BooleanSupplier stopped;
    private final IdentityHashMap<Deed, Double> alone = new IdentityHashMap<>();
    private int plays;

    CauseSearch(RunWhatIf run, double tickSeconds, DoubleConsumer progress, BooleanSupplier stopped) {
        this.run = run;
        this.tickSeconds = tickSeconds;
        this.progress = progress;
        this.stopped = stopped;
    }

    private record Absence(Deed deed, Harm rest, double points) {}

    CauseAnalysis find(CauseAnalysis.Wish wish) {
        boolean times = wish == CauseAnalysis.Wish.CAUSES_AND_TIMES;
        RunWhatIf.Outcome actual = run.actual();
        Harm all = Harm.of(actual);
        plays++;
        List<Deed> deeds = Deed.of(run.inputs(), tickSeconds);
        List<Absence> absences = new ArrayList<>();
        for (Deed deed : deeds) {
            if (stopped.getAsBoolean()) {
                break;
            }
            RunWhatIf.Outcome without = run.without(deed.inputs());
            plays++;
            absences.add(new Absence(deed, Harm.of(without), without.score() - actual.score()));
            progress.accept(LEFT_OUT * absences.size() / deeds.size());
        }
        judgeAlone(all, absences);
        progress.accept(times ? ALONE : 1);
        List<CauseAnalysis.Ranked> ranked = new ArrayList<>();
        for (Absence one : absences) {
            double weight = (all.weight() - one.rest().weight() + alone.getOrDefault(one.deed(), 0.0)) / 2;
            ranked.add(new CauseAnalysis.Ranked(one.deed(), weight, one.rest(), one.points()));
        }
        ranked.sort(Comparator.comparingDouble(CauseAnalysis.Ranked::weight)
                .reversed()
                .thenComparingLong(one -> one.deed().tick()));
        List<CauseAnalysis.Shifted> shifts = times && !stopped.getAsBoolean() ? shifts(actual, all, ranked) : List.of();
        progress.accept(1);
        return new CauseAnalysis(all, actual.score(), ranked, shifts, tickSeconds, plays);
    }

    /** What each deed does alone, more than a run without any deed. */
    private void judgeAlone(Harm all, List<Absence> absences) {
        if (stopped.getAsBoolean() || absences.isEmpty()) {
            return;
        }
        double none = Harm.of(run.quiet()).weight();
        plays++;
        List<Deed> silent = new ArrayList<>();
        for (Absence one : absences) {
            if (Math.abs(all.weight() - one.rest().weight()) < NOTHING) {
                silent.add(one.deed());
            } else if (!stopped.getAsBoolean()) {
                alone.put(one.deed(), together(List.of(one.deed())) - none);
            }
        }
        tellApart(silent, none);
    }

    private double together(List<Deed> deeds) {
        List<RunInput> inputs = new ArrayList<>();
        deeds.forEach(deed -> inputs.addAll(deed.inputs()));
        plays++;
        return Harm.of(run.only(inputs)).weight();
    }

    /** Halves deeds that do harm together until each that does it alone is known. */
    private void tellApart(List<Deed> deeds, double none) {
        if (deeds.isEmpty() || stopped.getAsBoolean()) {
            return;
        }
        double harm = together(deeds) - none;
        if (deeds.size() == 1) {
            alone.put(deeds.get(0), harm);
        } else if (harm > TOGETHER) {
            tellApart(deeds.subList(0, deeds.size() / 2), none);
            tellApart(deeds.subList(deeds.size() / 2, deeds.size()), none);
        }
    }

    /** Other times of the deeds that did something, and of what was done after the first cause and came to nothing. */
    private List<CauseAnalysis.Shifted> shifts(RunWhatIf.Outcome actual, Harm all, List<CauseAnalysis.Ranked> ranked) {
        List<Deed> deeds = ranked.stream().map(CauseAnalysis.Ranked::deed).toList();
        long first = ranked.isEmpty() || ranked.get(0).weight() < NOTHING
                ? Long.MAX_VALUE
                : deeds.get(0).tick();
        List<Deed> tried = ranked.stream()
                .filter(one -> Math.abs(one.weight()) >= NOTHING || one.deed().tick() > first)
                .map(CauseAnalysis.Ranked::deed)
                .limit(MOST_SHIFTED)
                .toList();
        OtherTimes times = new OtherTimes(deeds, run.inputs(), run.end(), tickSeconds);
        List<CauseAnalysis.Shifted> found = new ArrayList<>();
        int done = 0;
        for (Deed deed : tried) {
            for (long ticks : times.of(deed)) {
                if (stopped.getAsBoolean()) {
                    return found;
                }
                RunWhatIf.Outcome outcome = run.shifted(deed.inputs(), ticks);
                plays++;
                Harm then = Harm.of(outcome);
                found.add(new CauseAnalysis.Shifted(
                        deed,
                        ticks,
                        ticks * tickSeconds,
                        all.weight() - then.weight(),
                        then,
                        outcome.score() - actual.score()));
            }
            done++;
            progress.accept(ALONE + (1 - ALONE) * done / tried.size());
        }
        // of two times that help as much the nearer one says more
        found.sort(Comparator.comparingDouble(CauseAnalysis.Shifted::gain)
                .reversed()
                .thenComparing(CauseAnalysis.Shifted::points, Comparator.reverseOrder())
                .thenComparingLong(one -> Math.abs(one.ticks())));
        return found;
    }
}
