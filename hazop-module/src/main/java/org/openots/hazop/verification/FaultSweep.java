package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Order;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.instrument.TransmitterDefinition;

/**
 * Plays every fault of a plant from its normal state beside a twin without it, and writes down what all indicators,
 * alarms and interlocks show. Pure: plant, seed and horizon tell the result.
 */
public final class FaultSweep {
    /** When the faults begin, s. */
    public static final int ONSET_SECONDS = 60;

    /** Where the runs start. */
    public static final String FROM = "normal";

    private FaultSweep() {}

    /**
     * How to sweep.
     *
     * @param seed of all runs
     * @param threads runs at the same time, 1 or 2
     * @param horizonSeconds how long each is played, s of model time
     * @param only ids of the faults to play; all of the plant when empty
     */
    public record Settings(long seed, int threads, int horizonSeconds, Set<String> only) {
        /** Checks the numbers. */
        public Settings {
            only = Set.copyOf(only);
            if (threads < 1 || threads > StudyVerification.Settings.MOST_THREADS || horizonSeconds <= ONSET_SECONDS) {
                throw new IllegalArgumentException("threads " + threads + ", horizon " + horizonSeconds);
            }
        }
    }

    /**
     * What a fault did.
     *
     * @param fault the fault
     * @param movements indicators that moved, the first mover first
     * @param marks alarms and trips that came and do not come without it
     */
    public record Seen(FaultDefinition fault, List<Sighting> movements, List<Demonstration.Mark> marks) {
        /** Keeps unmodifiable copies. */
        public Seen {
            movements = List.copyOf(movements);
            marks = List.copyOf(marks);
        }
    }

    /**
     * Sweeps.
     *
     * @param names of the plant
     * @param settings how
     * @param progress told of every run
     * @return fault by fault in the order of the pack
     */
    public static List<Seen> sweep(PlantNames names, Settings settings, StudyVerification.Progress progress) {
        List<Observed> indicators = indicators(names);
        RecordingShelf shelf = new RecordingShelf(names, settings.seed());
        RunKey quietKey = new RunKey(FROM, List.of());
        RecordingShelf.Recording quiet =
                shelf.recording(quietKey, settings.horizonSeconds(), indicators, second -> true);
        Set<String> usual = new LinkedHashSet<>();
        quiet.marks().forEach(mark -> usual.add(mark.kind() + mark.subject()));
        EffectJudge judge = new EffectJudge(names);
        List<FaultDefinition> faults = names.pack().faults().stream()
                .filter(fault -> settings.only().isEmpty() || settings.only().contains(fault.id()))
                .toList();
        AtomicInteger done = new AtomicInteger();
        List<Callable<Seen>> runs = new ArrayList<>();
        for (FaultDefinition fault : faults) {
            runs.add(() -> {
                Order order = new Order.Fault(ONSET_SECONDS, fault.id(), 1, OptionalDouble.empty());
                RunMarks marks = new RunMarks(names);
                RunTrace trace = new RunPlayer(names, settings.seed())
                        .play(
                                names.pack().initialCondition(FROM),
                                quietKey.with(List.of(order)),
                                settings.horizonSeconds(),
                                indicators,
                                marks);
                EffectJudge.Pair pair =
                        new EffectJudge.Pair(trace, quiet.trace(), ONSET_SECONDS, settings.horizonSeconds());
                progress.played(done.incrementAndGet(), faults.size());
                return new Seen(
                        fault,
                        movements(indicators, judge, pair),
                        marks.marks().stream()
                                .filter(mark -> !usual.contains(mark.kind() + mark.subject()))
                                .toList());
            });
        }
        return RunPool.all(runs, settings.threads());
    }

    private static List<Observed> indicators(PlantNames names) {
        return names.pack().automation().instruments().transmitters().stream()
                .map(TransmitterDefinition::tag)
                .flatMap(tag -> names.observed(tag, Effect.Kind.UP).stream())
                .toList();
    }

    /** Of an indicator that goes both ways the direction it takes first. */
    private static List<Sighting> movements(List<Observed> indicators, EffectJudge judge, EffectJudge.Pair pair) {
        List<Sighting> seen = new ArrayList<>();
        for (Observed one : indicators) {
            Stream.of(Effect.Kind.UP, Effect.Kind.DOWN)
                    .map(kind -> judge.look(RowDemonstration.moved(one.name(), kind), pair))
                    .filter(Sighting::seen)
                    .min((a, b) -> Double.compare(a.firstSeconds(), b.firstSeconds()))
                    .ifPresent(seen::add);
        }
        seen.sort((a, b) -> Double.compare(a.firstSeconds(), b.firstSeconds()));
        return seen;
    }
}
