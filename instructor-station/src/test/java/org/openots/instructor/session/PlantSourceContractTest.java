package org.openots.instructor.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.replay.CsvRecording;
import org.openots.dcs.replay.Recording;
import org.openots.dcs.replay.ReplayMapping;
import org.openots.dcs.replay.ReplayMappingReader;
import org.openots.dcs.source.ReplaySource;
import org.openots.dcs.source.RigSource;
import org.openots.dcs.tag.TagStore;
import org.openots.dcs.value.Sample;
import org.openots.instructor.tank.Await;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/** What screens and scores may rely on, whatever stands behind a source. */
class PlantSourceContractTest extends HostFixture {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");
    private static final String PLANT = "ethanol-water-rig";

    private final List<RuntimeException> failures = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

    /** The kinds of sources. */
    enum Made {
        SESSION,
        RIG,
        REPLAY
    }

    /** A source, and how it is made to go on. */
    private record Driven(PlantSource source, Runnable step) {}

    private Driven make(Made made) {
        return switch (made) {
            case SESSION -> session();
            case RIG -> rig();
            case REPLAY -> replay();
        };
    }

    private Driven session() {
        String run = start(RunRules.practice(), 0);
        SessionSource source = new SessionSource(host, run, failures::add);
        return new Driven(source, () -> {
            runTo(run, tickOf(run) + 5);
            long tick = tickOf(run);
            Await.until("view", () -> {
                clock.advance(0.05);
                return host.observe(run).tick() >= tick;
            });
            source.scan();
        });
    }

    private Driven rig() {
        SignalTable table = PlantSignals.of(PlantPack.shipped(PLANT)).table();
        TagStore store = TagStore.of(Map.of("TI-702", 2.5, "PDI-703", 60.0), nanos::get);
        RigSource source = new RigSource(PLANT, PlantSource.Kind.LIVE, table, store, nanos::get, failures::add);
        AtomicLong steps = new AtomicLong();
        return new Driven(source, () -> {
            long now = nanos.addAndGet(1_000_000_000L);
            double value = 78 + (double) steps.incrementAndGet() * 0.01;
            if (steps.get() < 4) {
                store.accept("TI-702", new Sample(value, Quality.GOOD, OptionalLong.empty(), 0, now), false);
            }
            store.accept("PDI-703", new Sample(3, Quality.GOOD, OptionalLong.empty(), 0, now), false);
            source.scan();
        });
    }

    private Driven replay() {
        ReplayMapping mapping = ReplayMappingReader.read(
                StrictJson.read(EXAMPLES.resolve("rig-recording.mapping.json"), Findings.throwing()));
        Recording recording = CsvRecording.read(EXAMPLES.resolve("rig-recording.csv"), mapping);
        SignalTable table = PlantSignals.of(PlantPack.shipped(PLANT)).table();
        ReplaySource source = new ReplaySource(recording, PLANT, table, failures::add);
        return new Driven(source, source::advance);
    }

    @ParameterizedTest
    @EnumSource
    void framesAreWholeOrderedAndNeverChange(Made made) {
        Driven driven = make(made);
        PlantSource source = driven.source();
        List<PlantFrame> seen = new ArrayList<>();
        assertThat(source.plant()).isNotBlank();
        assertThat(source.latest().size()).isEqualTo(source.signals().size());
        PlantSource.Following following = source.follow(seen::add);
        for (int i = 0; i < 8; i++) {
            driven.step().run();
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(4);
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i).tick()).isGreaterThan(seen.get(i - 1).tick());
            assertThat(seen.get(i).time())
                    .isGreaterThanOrEqualTo(seen.get(i - 1).time());
        }
        PlantFrame kept = seen.get(2);
        double[] before = new double[kept.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = kept.shown(i);
        }
        following.close();
        int count = seen.size();
        driven.step().run();
        assertThat(seen).hasSize(count);
        for (int i = 0; i < before.length; i++) {
            assertThat(Double.compare(kept.shown(i), before[i])).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyGoodValuesCanBeUsed(Made made) {
        Driven driven = make(made);
        int good = 0;
        for (int step = 0; step < 8; step++) {
            driven.step().run();
            PlantFrame frame = driven.source().latest();
            for (int i = 0; i < frame.size(); i++) {
                boolean used = Double.isFinite(frame.value(i));
                assertThat(used).isEqualTo(frame.quality(i).good());
                assertThat(frame.age(i)).isNotNegative();
                good += used ? 1 : 0;
            }
        }
        assertThat(good).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aFollowerThatFailsEndsOnlyHisOwnFollowing(Made made) {
        Driven driven = make(made);
        List<PlantFrame> seen = new ArrayList<>();
        try (PlantSource.Following failing = driven.source().follow(frame -> {
                    throw new IllegalStateException("his own mistake");
                });
                PlantSource.Following other = driven.source().follow(seen::add)) {
            assertThat(failing).isNotSameAs(other);
            driven.step().run();
            driven.step().run();
        }
        assertThat(failures).hasSize(1);
        assertThat(seen).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItIs(Made made) {
        PlantSource.Kind kind = make(made).source().kind();
        assertThat(kind)
                .isEqualTo(
                        switch (made) {
                            case SESSION -> PlantSource.Kind.SIMULATED;
                            case RIG -> PlantSource.Kind.LIVE;
                            case REPLAY -> PlantSource.Kind.RECORDED;
                        });
    }
}
