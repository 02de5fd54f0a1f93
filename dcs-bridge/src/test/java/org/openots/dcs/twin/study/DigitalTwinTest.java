package org.openots.dcs.twin.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.twin.CalibrationFile;
import org.openots.dcs.twin.DigitalTwin;
import org.openots.dcs.twin.FaultSignatures;
import org.openots.dcs.twin.FitResult;
import org.openots.dcs.twin.ParameterFilter;
import org.openots.dcs.twin.ParameterFit;
import org.openots.dcs.twin.RigRecord;
import org.openots.dcs.twin.TwinDefinition;
import org.openots.dcs.twin.TwinFrame;
import org.openots.dcs.twin.TwinPack;
import org.openots.dcs.twin.TwinWatch;

/** A twin beside a virtual rig that is like its model, on a short record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigitalTwinTest {
    private static final String PLANT = "ethanol-water-rig";
    /** Length of the record, s: the shortest a fit takes. */
    private static final double RECORD = 660;

    private TwinPack twin;
    private RigStand rig;
    private DigitalTwin own;
    private byte[] calibrated;
    private TwinFrame recorded;

    /** A source that is told its frames. */
    private final class Told implements PlantSource {
        private final List<Consumer<PlantFrame>> followers = new ArrayList<>();
        private final String plant;

        Told(String plant) {
            this.plant = plant;
        }

        @Override
        public String plant() {
            return plant;
        }

        @Override
        public Kind kind() {
            return Kind.LIVE;
        }

        @Override
        public SignalTable signals() {
            return rig.table();
        }

        @Override
        public PlantFrame latest() {
            throw new UnsupportedOperationException("the twin follows");
        }

        @Override
        public Following follow(Consumer<PlantFrame> follower) {
            followers.add(follower);
            return () -> followers.remove(follower);
        }
    }

    @BeforeAll
    void calibrate() {
        twin = TwinPack.shipped(PLANT);
        rig = new RigStand(twin.definition(), 0, 5);
        rig.skip(60);
        own = new DigitalTwin(
                twin,
                FaultSignatures.shipped(twin.definition()),
                new DigitalTwin.Settings(RECORD, 0.5, true),
                rig.table());
        while (own.watch().isEmpty()) {
            TwinFrame said = own.take(rig.scan()).orElseThrow();
            recorded = said.phase() == TwinFrame.Phase.RECORDING ? said : recorded;
        }
        calibrated = rig.save();
    }

    private TwinWatch again() {
        rig.restore(calibrated);
        own.restart(rig.seconds());
        return own.watch().orElseThrow();
    }

    @Test
    void theFitFindsTheParametersOfTheRig() {
        FitResult fit = own.fit().orElseThrow();
        double[] values = fit.values();
        assertThat(values[0]).as("efficiency").isCloseTo(0.6, within(0.02));
        assertThat(values[1]).as("heat loss").isCloseTo(1, within(0.1));
        assertThat(values[2]).as("bottoms valve").isCloseTo(1, within(0.02));
        assertThat(values[3]).as("condenser").isCloseTo(1, within(0.02));
        assertThat(fit.parameters()).allMatch(FitResult.Estimate::identifiable);
        assertThat(fit.condition()).isLessThan(100);
        assertThat(own.watch().orElseThrow().model().heatLossShare()).isCloseTo(0.058, within(0.006));
    }

    @Test
    void whileItRecordsItKnowsNothing() {
        assertThat(recorded.phase()).isEqualTo(TwinFrame.Phase.RECORDING);
        assertThat(recorded.tags()).allMatch(tag -> tag.model() == null && tag.alarm() == 0);
        assertThat(recorded.causes()).isEmpty();
    }

    @Test
    void aQuietRigGivesNoAlarmAndBadReadingsAreLeftOut() {
        again();
        TwinFrame said = own.take(rig.scan()).orElseThrow();
        for (int scan = 0; scan < 60; scan++) {
            said = own.take(bad(rig.scan(), "TI-704")).orElseThrow();
            assertThat(said.alarmed()).isFalse();
        }
        assertThat(said.phase()).isEqualTo(TwinFrame.Phase.WATCHING);
        assertThat(tag(said, "TI-704").rig()).isNull();
        assertThat(tag(said, "TI-704").model()).isNotNull();
        TwinFrame.Tag top = tag(said, "TI-702");
        assertThat(top.residual()).isBetween(-5 * top.sigma(), 5 * top.sigma());
        assertThat(said.softSensors()).hasSize(twin.definition().softSensors().size());
        TwinFrame.Soft distillate = said.softSensors().stream()
                .filter(soft -> soft.id().equals("distillate"))
                .findFirst()
                .orElseThrow();
        assertThat(distillate.value()).isCloseTo(91, within(1.0));
        assertThat(distillate.sigma()).isBetween(0.3, 2.0);
    }

    private static TwinFrame.Tag tag(TwinFrame frame, String name) {
        return frame.tags().stream()
                .filter(tag -> tag.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PlantFrame bad(PlantFrame frame, String tag) {
        double[] values = new double[frame.size()];
        Quality[] qualities = new Quality[frame.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = frame.shown(i);
            qualities[i] = frame.quality(i);
        }
        int index = rig.table().find(tag);
        values[index] = 999;
        qualities[index] = Quality.bad(Quality.Cause.SENSOR_FAILURE);
        return PlantFrame.measured(frame.tick(), frame.time(), values, qualities, new double[values.length]);
    }

    @Test
    void aFeedPumpThatFailsIsFoundAndRankedFirst() {
        again();
        own.take(rig.scan());
        rig.inject("A-F07");
        int delay = 0;
        TwinFrame said = own.take(rig.scan()).orElseThrow();
        while (!said.alarmed() && delay < 60) {
            delay++;
            said = own.take(rig.scan()).orElseThrow();
        }
        assertThat(delay).isLessThan(30);
        for (int scan = 0; scan < 30; scan++) {
            said = own.take(rig.scan()).orElseThrow();
        }
        assertThat(said.causes()).isNotEmpty();
        assertThat(said.causes().get(0).fault()).isEqualTo("A-F07");
    }

    @Test
    void theFilterFollowsAHeatLossThatGrows() {
        again();
        TwinWatch watch = own.watch().orElseThrow();
        ParameterFilter filter =
                new ParameterFilter(twin, own.fit().orElseThrow(), watch.model().save(), watch.monitor());
        double before = filter.estimates().get(1).value();
        rig.engine().process().drive(rig.engine().process().actuator("ambient.exposure"), 2);
        RigRecord record = new RigRecord(twin.definition());
        for (int scan = 0; scan < 600; scan++) {
            record.add(rig.seconds() + 1, readings(rig.scan()));
            int row = record.size() - 1;
            double[] outputs = record.outputs(row);
            if (scan == 100) {
                Arrays.fill(outputs, Double.NaN); // a scan without one good reading
            }
            filter.take(1, record.inputs(row), outputs);
        }
        rig.engine().process().drive(rig.engine().process().actuator("ambient.exposure"), 1);
        // in 10 min most of the way, and not beyond
        assertThat(filter.estimates().get(1).value() - before).isBetween(0.5, 1.1);
        assertThat(filter.estimates().get(0).value()).isCloseTo(0.6, within(0.05));
        assertThat(filter.innovationSquared()).isPositive();
        assertThat(filter.refused()).isBetween(0, 10);
    }

    /** A frame of the rig at a time, with some tags replaced; NaN is bad. */
    private PlantFrame changed(double time, Map<String, Double> changes) {
        PlantFrame frame = rig.scan();
        double[] values = new double[frame.size()];
        Quality[] qualities = new Quality[frame.size()];
        for (int i = 0; i < values.length; i++) {
            Double other = changes.get(rig.table().signals().get(i).name());
            values[i] = other == null ? frame.shown(i) : other;
            qualities[i] = Double.isNaN(values[i]) ? Quality.bad(Quality.Cause.STALE) : frame.quality(i);
        }
        return PlantFrame.measured(frame.tick(), time, values, qualities, new double[values.length]);
    }

    private TwinFrame last(DigitalTwin one, double from, int scans, Map<String, Double> changes) {
        TwinFrame said = null;
        for (int scan = 0; scan < scans; scan++) {
            said = one.take(changed(from + scan, changes)).orElseThrow();
            assertThat(said.alarmed()).isFalse();
        }
        return Objects.requireNonNull(said);
    }

    @Test
    void withoutWhatDrivesTheModelItWaitsAndSettlesAfterwards() {
        again();
        double time = rig.seconds() + 1;
        Map<String, Double> noFeed = Map.of("FIC-701", Double.NaN);
        assertThat(last(own, time, 55, noFeed).phase()).isEqualTo(TwinFrame.Phase.WATCHING);
        TwinFrame waiting = last(own, time + 55, 10, noFeed);
        assertThat(waiting.phase()).isEqualTo(TwinFrame.Phase.WAITING);
        assertThat(Objects.requireNonNull(waiting.reason()).zh()).contains("FIC-701");
        assertThat(tag(waiting, "TI-702").rig()).isNotNull();
        TwinFrame back = last(own, time + 65, 2, Map.of());
        assertThat(back.phase()).isEqualTo(TwinFrame.Phase.SETTLING);
        assertThat(tag(back, "TI-702").model()).isNotNull();
        assertThat(back.progress()).isBetween(0.0, 0.1);
        assertThat(last(own, time + 67, 310, Map.of()).phase()).isEqualTo(TwinFrame.Phase.WATCHING);
    }

    @Test
    void aColdRigAndADayWithoutScansGiveNoAlarm() {
        again();
        double time = rig.seconds() + 1;
        Map<String, Double> cold = Map.of("TI-702", 25.0, "TI-704", 25.0, "TI-707", 26.0);
        last(own, time, 1, Map.of());
        TwinFrame waiting = waits(own, time + 1, cold);
        assertThat(waiting.phase()).isEqualTo(TwinFrame.Phase.WAITING);
        assertThat(Objects.requireNonNull(waiting.reason()).en()).contains("TI-702 25.0 < 65 °C");
        double day = time + 86_400;
        assertThat(last(own, day, 1, Map.of()).phase()).isEqualTo(TwinFrame.Phase.SETTLING);
        assertThat(last(own, day + 1, 1205, Map.of()).phase()).isEqualTo(TwinFrame.Phase.WATCHING);
        assertThat(own.filter()).isPresent();
    }

    /** A rig that stands still is far from the model for as long as the patience lasts. */
    private TwinFrame waits(DigitalTwin one, double from, Map<String, Double> changes) {
        TwinFrame said = null;
        for (int scan = 0; scan < 70; scan++) {
            said = one.take(changed(from + scan, changes)).orElseThrow();
        }
        return Objects.requireNonNull(said);
    }

    @Test
    void aRecordWithAHoleBeginsAnew() {
        DigitalTwin fresh = new DigitalTwin(
                twin, FaultSignatures.none(twin.definition(), 60.0), DigitalTwin.Settings.USUAL, rig.table());
        assertThat(last(fresh, 0, 36, Map.of()).progress()).isGreaterThan(0.009);
        assertThat(last(fresh, 500, 1, Map.of()).progress()).isZero();
    }

    @Test
    void aCalibrationIsTakenUpFromItsFile() {
        again();
        CalibrationFile.Stamp stamp = new CalibrationFile.Stamp(
                PLANT, twin.pack().hash(), "map", CalibrationFile.fingerprint(twin.definition()), "1");
        CalibrationFile file = new CalibrationFile(stamp, 5, own.calibration().orElseThrow());
        String json = file.json(twin.definition()).toString();
        CalibrationFile read =
                CalibrationFile.read(StrictJson.parse("c", json, Findings.throwing()), twin.definition());
        assertThat(read.json(twin.definition())).hasToString(json);
        Schema rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        new String(
                                StrictJson.bytes(TwinPack.class, "openots-twin-calibration.schema.json"),
                                StandardCharsets.UTF_8),
                        InputFormat.JSON);
        assertThat(rules.validate(json, InputFormat.JSON)).isEmpty();
        String page = page();
        assertThat(rules.validate(page.split("```(json\n)?", -1)[1], InputFormat.JSON))
                .isEmpty();
        JsonCursor cursor = StrictJson.parse("c", json, Findings.throwing());
        CalibrationFile.read(cursor, twin.definition());
        assertThat(cursor.knownFields()).allSatisfy(field -> assertThat(page).contains(field));
        assertThat(read.stamp().difference(stamp)).isEmpty();
        assertThat(read.stamp()
                        .difference(new CalibrationFile.Stamp(PLANT, stamp.pack(), "map", stamp.twin(), "2"))
                        .orElseThrow()
                        .en())
                .contains("1 to 2");
        DigitalTwin again = new DigitalTwin(
                twin,
                FaultSignatures.shipped(twin.definition()),
                new DigitalTwin.Settings(RECORD, 0.5, false, 300, 60),
                rig.table(),
                read.calibration());
        assertThat(last(again, 0, 1, Map.of()).phase()).isEqualTo(TwinFrame.Phase.SETTLING);
        TwinFrame said = last(again, 1, 360, Map.of());
        assertThat(said.phase()).isEqualTo(TwinFrame.Phase.WATCHING);
        assertThat(said.parameters()).isEqualTo(own.fit().orElseThrow().parameters());
    }

    @Test
    void mistakesOfACalibrationAreNamed() {
        CalibrationFile.Stamp stamp = new CalibrationFile.Stamp(PLANT, "p", "m", "t", "1");
        String json = new CalibrationFile(stamp, 5, own.calibration().orElseThrow())
                .json(twin.definition())
                .toString();
        assertThat(mistakes(json.replace("\"state\":\"", "\"state\":\"*"))).containsExactly("/state");
        assertThat(mistakes(json.replace("\"efficiency\"", "\"efficienty\""))).containsExactly("/parameters/0/id");
        assertThat(mistakes(json.replace("\"1.0\"", "\"9.0\""))).containsExactly("/formatVersion");
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "data-formats", "twin-calibration.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> mistakes(String json) {
        Findings findings = Findings.collecting();
        CalibrationFile.read(StrictJson.parse("c", json, findings), twin.definition());
        return findings.all().stream().map(Finding::pointer).toList();
    }

    private double[] readings(PlantFrame frame) {
        return twin.definition().tags().stream()
                .mapToDouble(tag -> frame.value(rig.table().find(tag)))
                .toArray();
    }

    /** With nothing but the flow of cooling water the data do not know the trays, and what was known before stays. */
    @Test
    void whatTheDataDoNotTellIsNotIdentifiable() {
        again();
        RigRecord record = new RigRecord(twin.definition());
        List<String> tags = twin.definition().tags();
        List<String> inputs = twin.definition().inputs().stream()
                .map(TwinDefinition.Input::tag)
                .toList();
        for (int scan = 0; scan <= ParameterFit.SHORTEST; scan++) {
            double[] values = readings(rig.scan());
            for (TwinDefinition.Output output : twin.definition().outputs()) {
                if (!inputs.contains(output.tag()) && !output.tag().equals("FI-705")) {
                    values[tags.indexOf(output.tag())] = Double.NaN;
                }
            }
            record.add(scan, values);
        }
        FitResult fit = new ParameterFit(twin, record).fit();
        FitResult.Estimate trays = fit.parameters().get(0);
        assertThat(trays.identifiable()).isFalse();
        assertThat(trays.sigma()).isCloseTo(0.1, within(0.01));
        assertThatThrownBy(() -> new ParameterFit(twin, record.part(0, 100)))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("99");
    }

    @Test
    void aSourceOfAnotherPlantOrWithoutTagsIsRefused() {
        FaultSignatures none = FaultSignatures.none(twin.definition(), 60.0);
        DigitalTwin.Settings settings = DigitalTwin.Settings.USUAL;
        assertThatThrownBy(() ->
                        DigitalTwin.follow(new Told("debutanizer"), twin, none, settings, Runnable::run, frame -> {}))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("debutanizer");
        assertThatThrownBy(() -> new DigitalTwin(twin, none, settings, new SignalTable(List.of())))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("FIC-701");
    }

    @Test
    void itFollowsASourceOnItsWorker() {
        Told source = new Told(PLANT);
        List<TwinFrame> said = new ArrayList<>();
        PlantSource.Following following = DigitalTwin.follow(
                source,
                twin,
                FaultSignatures.none(twin.definition(), 60.0),
                DigitalTwin.Settings.USUAL,
                Runnable::run,
                said::add);
        PlantFrame frame = rig.scan();
        source.followers.forEach(follower -> follower.accept(frame));
        source.followers.forEach(follower -> follower.accept(frame));
        assertThat(said).as("the same time again says nothing").hasSize(1);
        assertThat(tag(said.get(0), "TI-702").rig()).isNotNull();
        following.close();
        assertThat(source.followers).isEmpty();
    }
}
