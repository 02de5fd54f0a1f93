package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.hazop.plant.EstimateFormula;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Consequence;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Estimate;
import org.openots.hazop.study.Judgement;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.NotModelled;
import org.openots.hazop.study.Safeguard;
import org.openots.hazop.study.Study;
import org.openots.simulator.plant.InitialCondition;

/**
 * Plays what a study claims and compares. The same study, pack and seed give the same report, whatever the number of
 * threads. When an effect counts tells {@link NoiseRule}.
 */
public final class StudyVerification {
    private final Study study;
    private final PlantNames names;
    private final Settings settings;

    private StudyVerification(Study study, PlantNames names, Settings settings) {
        this.study = study;
        this.names = names;
        this.settings = settings;
    }

    /**
     * How to play.
     *
     * @param seed of all runs
     * @param threads runs at the same time, 1 or 2
     */
    public record Settings(long seed, int threads) {
        /** Most runs at the same time: a machine with more processors still has a station to run. */
        public static final int MOST_THREADS = 2;

        /** Checks the number. */
        public Settings {
            if (threads < 1 || threads > MOST_THREADS) {
                throw new IllegalArgumentException("threads: " + threads);
            }
        }
    }

    /** Told of every run that has ended, from the threads that play. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A run has ended.
         *
         * @param done runs so far
         * @param total all runs
         */
        void played(int done, int total);
    }

    /**
     * Verifies.
     *
     * @param study a study that has passed its check against this plant
     * @param names of the plant
     * @param settings how to play
     * @param progress told of every run
     * @return what was found
     * @throws OtsException if the plant refuses an order of the study
     */
    public static VerificationReport verify(Study study, PlantNames names, Settings settings, Progress progress) {
        return new StudyVerification(study, names, settings).verify(progress);
    }

    private VerificationReport verify(Progress progress) {
        VerificationPlan plan = VerificationPlan.of(study, names);
        Map<RunKey, RunTrace> traces = play(plan.demands(), progress);
        EffectJudge judge = new EffectJudge(names);
        List<ItemResult> results = new ArrayList<>();
        for (Deviation row : study.deviations()) {
            row.keyItems()
                    .filter(item -> item.column() != Column.RECOMMENDATION)
                    .forEach(item -> results.add(plan.caseOf(item)
                            .map(c -> judged(row, c, judge, traces))
                            .orElseGet(() -> told(row, item))));
        }
        return new VerificationReport(
                study.id(), names.pack().id(), names.pack().hash(), settings.seed(), traces.size(), results);
    }

    private Map<RunKey, RunTrace> play(Map<RunKey, VerificationPlan.Demand> demands, Progress progress) {
        Map<String, InitialCondition> conditions = new HashMap<>();
        demands.keySet()
                .forEach(key -> conditions.computeIfAbsent(
                        key.from(), from -> names.pack().initialCondition(from)));
        RunPlayer player = new RunPlayer(names, settings.seed());
        AtomicInteger done = new AtomicInteger();
        List<Callable<RunTrace>> runs = new ArrayList<>();
        demands.forEach((key, demand) -> runs.add(() -> {
            InitialCondition from = conditions.get(key.from());
            RunTrace trace =
                    player.play(Objects.requireNonNull(from), key, demand.seconds(), demand.observed(), event -> {});
            progress.played(done.incrementAndGet(), demands.size());
            return trace;
        }));
        Map<RunKey, RunTrace> traces = new LinkedHashMap<>();
        List<RunTrace> played = RunPool.all(runs, settings.threads());
        int index = 0;
        for (RunKey key : demands.keySet()) {
            traces.put(key, played.get(index++));
        }
        return traces;
    }

    private static ItemResult judged(
            Deviation row, VerificationPlan.Case played, EffectJudge judge, Map<RunKey, RunTrace> traces) {
        List<ItemResult.RunEvidence> evidence = new ArrayList<>();
        for (VerificationPlan.Trial trial : played.trials()) {
            evidence.add(evidence(trial, judge, traces));
        }
        boolean any = evidence.stream().anyMatch(ItemResult.RunEvidence::seen);
        boolean every = !evidence.isEmpty() && evidence.stream().allMatch(ItemResult.RunEvidence::seen);
        boolean verified = played.all() ? every : any;
        Verdict verdict = verified ? Verdict.VERIFIED : Verdict.REFUTED;
        KeyItem item = played.item();
        return new ItemResult(
                item.id(), row.id(), item.column(), verdict, SightingWords.of(verified, evidence), evidence);
    }

    private static ItemResult.RunEvidence evidence(
            VerificationPlan.Trial trial, EffectJudge judge, Map<RunKey, RunTrace> traces) {
        List<Sighting> sightings = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (VerificationPlan.Claim claim : trial.claims()) {
            RunTrace disturbed = Objects.requireNonNull(traces.get(claim.disturbed()));
            RunTrace quiet = Objects.requireNonNull(traces.get(claim.quiet()));
            sightings.add(judge.look(claim.effect(), new EffectJudge.Pair(disturbed, quiet, claim.from(), claim.to())));
            for (RunTrace trace : List.of(disturbed, quiet)) {
                if (!hashes.contains(trace.hash())) {
                    hashes.add(trace.hash());
                }
            }
        }
        boolean seen = sightings.stream().allMatch(Sighting::seen);
        return new ItemResult.RunEvidence(trial.causeId(), seen, sightings, hashes);
    }

    /** What is not played. */
    private static ItemResult told(Deviation row, KeyItem item) {
        Object proof = proof(item);
        if (proof instanceof NotModelled told) {
            return unplayed(row, item, Verdict.NOT_MODELLED, told.reason());
        }
        if (proof instanceof Judgement judgement) {
            return unplayed(row, item, Verdict.JUDGEMENT, judgement.reason());
        }
        if (proof instanceof Estimate estimate) {
            return estimated(row, item, estimate);
        }
        return unplayed(row, item, Verdict.NOT_TOLD, new LocalText("0.1 版的文件没有说明", "version 0.1 does not say"));
    }

    private static Object proof(KeyItem item) {
        if (item instanceof Cause cause) {
            return cause.proof();
        }
        if (item instanceof Consequence consequence) {
            return consequence.proof();
        }
        return item instanceof Safeguard guard ? guard.proof() : item;
    }

    private static ItemResult unplayed(Deviation row, KeyItem item, Verdict verdict, LocalText reason) {
        return new ItemResult(item.id(), row.id(), item.column(), verdict, reason, List.of());
    }

    private static ItemResult estimated(Deviation row, KeyItem item, Estimate estimate) {
        EstimateFormula.Result result = EstimateFormula.of(estimate);
        boolean missed =
                estimate.limit().filter(limit -> result.value() <= limit).isPresent();
        Verdict verdict = missed ? Verdict.REFUTED : Verdict.ESTIMATE;
        return unplayed(row, item, verdict, SightingWords.of(estimate, result));
    }
}
