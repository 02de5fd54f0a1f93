package org.openots.dcs.twin.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.openots.dcs.twin.DigitalTwin;
import org.openots.dcs.twin.FaultSignatures;
import org.openots.dcs.twin.TwinDefinition;
import org.openots.dcs.twin.TwinPack;
import org.openots.dcs.twin.TwinWatch;
import org.openots.simulator.fault.FaultDefinition;

/** Plays the faults of a plant on virtual rigs beside their twin: makes the table of signatures, and measures the ranking by it. */
public final class SignatureStudy {
    /** Seconds after the first alarm at which residuals are graded: half a minute, two and ten minutes. */
    private static final Double[] HORIZONS = {30.0, 120.0, 600.0};
    /** Time without the fault before it comes, s. */
    private static final double QUIET = 30;

    private final TwinPack twin;
    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * How faults are played.
     *
     * @param settleSeconds time of a rig that differs from the model before anything is recorded, s
     * @param calibrationSeconds length of the record for the fit, s
     * @param patienceSeconds time within which a fault must be found, s
     * @param falseAlarms wanted in 8 h over all outputs
     * @param faults ids of those that are played; empty for all
     */
    public record Settings(
            double settleSeconds,
            double calibrationSeconds,
            double patienceSeconds,
            double falseAlarms,
            List<String> faults) {
        /** All faults, half an hour for each to be found. */
        public static final Settings USUAL = new Settings(7200, 3600, 1800, 0.5, List.of());

        /** Keeps an unmodifiable copy. */
        public Settings {
            faults = List.copyOf(faults);
        }
    }

    /**
     * How the ranking did on a rig.
     *
     * @param mismatch number of the rig
     * @param played faults
     * @param found faults that gave an alarm
     * @param medianSeconds median time to it, s
     * @param first faults that were ranked first, by horizon
     * @param amongThree faults that were among the first three, by horizon
     * @param missed ids of faults without an alarm
     * @param confused fault and the one that was ranked first instead, at the last horizon
     */
    public record Ranking(
            int mismatch,
            int played,
            int found,
            double medianSeconds,
            List<Integer> first,
            List<Integer> amongThree,
            List<String> missed,
            List<String> confused) {}

    /** What a fault did. */
    private record Played(double delay, List<int[]> grades) {}

    /**
     * A study.
     *
     * @param twin the pack of the twin
     * @param settings how faults are played
     * @param progress told each fault
     */
    public SignatureStudy(TwinPack twin, Settings settings, Consumer<String> progress) {
        this.twin = twin;
        this.settings = settings;
        this.progress = progress;
    }

    private List<String> faults() {
        return settings.faults().isEmpty()
                ? twin.pack().faults().stream().map(FaultDefinition::id).toList()
                : settings.faults();
    }

    /**
     * Makes the table with a rig that is like the model.
     *
     * @param seed of its noise
     * @return the table, without faults that give no alarm
     */
    public FaultSignatures make(long seed) {
        FaultSignatures none = FaultSignatures.none(twin.definition(), HORIZONS);
        Stand stand = new Stand(0, seed);
        List<FaultSignatures.Signature> all = new ArrayList<>();
        for (String fault : faults()) {
            Played played = stand.play(fault);
            if (!Double.isNaN(played.delay())) {
                all.add(new FaultSignatures.Signature(
                        fault,
                        played.grades().stream()
                                .map(row -> Arrays.stream(row).boxed().toList())
                                .toList()));
            }
        }
        return new FaultSignatures(none.plant(), none.horizons(), none.outputs(), all);
    }

    /**
     * Measures the ranking by a table.
     *
     * @param table the table
     * @param mismatch number of the rig
     * @param seed of its noise
     * @return how it did
     */
    public Ranking check(FaultSignatures table, int mismatch, long seed) {
        Stand stand = new Stand(mismatch, seed);
        List<String> faults = faults();
        int horizons = table.horizons().size();
        int[] first = new int[horizons];
        int[] three = new int[horizons];
        List<Double> delays = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<String> confused = new ArrayList<>();
        for (String fault : faults) {
            Played played = stand.play(fault);
            if (Double.isNaN(played.delay())) {
                missed.add(fault);
                continue;
            }
            delays.add(played.delay());
            for (int i = 0; i < horizons; i++) {
                List<String> ranked =
                        table
                                .rank(
                                        table.horizons().get(i),
                                        played.grades().subList(0, i),
                                        played.grades().get(i))
                                .stream()
                                .map(FaultSignatures.Cause::fault)
                                .limit(3)
                                .toList();
                boolean right = !ranked.isEmpty() && ranked.get(0).equals(fault);
                first[i] += right ? 1 : 0;
                three[i] += ranked.contains(fault) ? 1 : 0;
                if (!right && i == horizons - 1) {
                    confused.add(fault + "/" + (ranked.isEmpty() ? "-" : ranked.get(0)));
                }
            }
        }
        delays.sort(null);
        int found = delays.size();
        double median = found == 0 ? Double.NaN : (delays.get((found - 1) / 2) + delays.get(found / 2)) / 2;
        return new Ranking(
                mismatch,
                faults.size(),
                found,
                median,
                Arrays.stream(first).boxed().toList(),
                Arrays.stream(three).boxed().toList(),
                missed,
                confused);
    }

    /** A rig and its calibrated twin, from which every fault is played anew. */
    private final class Stand {
        private final RigStand rig;
        private final DigitalTwin own;
        private final TwinWatch watch;
        private final byte[] calibrated;

        Stand(int mismatch, long seed) {
            TwinDefinition definition = twin.definition();
            rig = new RigStand(definition, mismatch, seed);
            rig.skip(mismatch == 0 ? QUIET : settings.settleSeconds());
            own = new DigitalTwin(
                    twin,
                    FaultSignatures.none(definition, HORIZONS),
                    // faults that take readings away are played to their end as well
                    new DigitalTwin.Settings(
                            settings.calibrationSeconds(), settings.falseAlarms(), false, 0, Double.POSITIVE_INFINITY),
                    rig.table());
            while (own.watch().isEmpty()) {
                own.take(rig.scan());
            }
            watch = own.watch().orElseThrow();
            calibrated = rig.save();
        }

        Played play(String fault) {
            progress.accept(fault);
            rig.restore(calibrated);
            own.restart(rig.seconds());
            for (int scan = 0; scan < QUIET; scan++) {
                own.take(rig.scan());
            }
            rig.inject(fault);
            double begun = rig.seconds();
            while (!watch.alarmed()) {
                if (rig.seconds() - begun > settings.patienceSeconds()) {
                    return new Played(Double.NaN, List.of());
                }
                own.take(rig.scan());
            }
            double found = rig.seconds();
            List<int[]> grades = new ArrayList<>();
            for (double horizon : HORIZONS) {
                while (rig.seconds() - found < horizon) {
                    own.take(rig.scan());
                }
                grades.add(watch.grades());
            }
            return new Played(found - begun, grades);
        }
    }
}
