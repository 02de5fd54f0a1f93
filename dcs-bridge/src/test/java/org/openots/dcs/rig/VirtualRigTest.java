package org.openots.dcs.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.publish.Message;
import org.openots.dcs.publish.MessageLines;
import org.openots.dcs.publish.SparkplugText;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** The rig that is not there: what it publishes, what is wrong with it, what can be written to it. */
class VirtualRigTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long START = 1_763_800_000_000L;
    private static final PackSource FILES = PackSource.shipped("ethanol-water-rig");
    private static final List<String> ANALOGUE = VirtualRig.analogueTags(PlantPack.load(FILES));

    private final List<Message> messages = new ArrayList<>();

    private VirtualRig rig(Dialect dialect, int mismatch, RigDefects defects) {
        return rig(dialect, mismatch, defects, 1000, 1);
    }

    private VirtualRig rig(Dialect dialect, int mismatch, RigDefects defects, long scanMs, double speed) {
        messages.clear();
        return new VirtualRig(
                new RigPlant(FILES, "normal", 7, mismatch, 0),
                new RigGateway(
                        dialect,
                        "school",
                        "rig-1",
                        ZoneId.of("Asia/Shanghai"),
                        scanMs,
                        speed,
                        Instant.ofEpochMilli(START)),
                defects,
                messages::add);
    }

    private static RigDefects defects(String instruments, String network) {
        String file = "{\"format\":\"openots-rig-defects\",\"formatVersion\":\"1.0\",\"instruments\":[" + instruments
                + "],\"network\":[" + network + "]}";
        Findings findings = Findings.throwing();
        return RigDefectsReader.read(
                StrictJson.parse("d.json", file.getBytes(StandardCharsets.UTF_8), findings), ANALOGUE, findings);
    }

    /** The frames of a run in the native profile. */
    private List<JsonNode> frames(RigDefects defects, int scans) {
        VirtualRig rig = rig(Dialect.NATIVE, 0, defects);
        IntStream.range(0, scans).forEach(i -> rig.scan());
        return frames();
    }

    private List<JsonNode> frames() {
        return messages.stream()
                .filter(m -> m.topic().endsWith("/data"))
                .map(VirtualRigTest::json)
                .toList();
    }

    private static JsonNode json(Message message) {
        try {
            return JSON.readTree(message.payload());
        } catch (IOException e) {
            throw new AssertionError(new String(message.payload(), StandardCharsets.UTF_8), e);
        }
    }

    /** Value of a tag, NaN for null. */
    private static double value(JsonNode frame, String tag) {
        return entry(frame, tag).path(1).asDouble(Double.NaN);
    }

    private static JsonNode entry(JsonNode frame, String tag) {
        for (JsonNode entry : frame.path("d")) {
            if (entry.path(0).asText().equals(tag)) {
                return entry;
            }
        }
        throw new AssertionError("no " + tag);
    }

    private static List<Double> values(List<JsonNode> frames, String tag) {
        return frames.stream().map(frame -> value(frame, tag)).toList();
    }

    @Test
    void everyDialectCarriesTheReadingsOfThePlant() {
        for (Dialect dialect : Dialect.values()) {
            VirtualRig rig = rig(dialect, 0, RigDefects.NONE);
            rig.will();
            rig.connected();
            Map<String, Double> published = new HashMap<>();
            for (int i = 0; i < 3; i++) {
                rig.scan();
            }
            messages.forEach(message -> published.putAll(decoded(dialect, message)));
            assertThat(published).hasSizeGreaterThan(100).containsKeys("TI-702", "FIC-702.SP", "P-701", "I-03.TRIP");
            assertThat(published).doesNotContainKeys("HV-701", "P-701.DRY", "LG-701", "PPE", "SAMPLE.S-TOP");
            published.forEach((tag, value) -> {
                int index = rig.engine().signals().find(tag);
                if (index >= 0) {
                    assertThat(value)
                            .as(dialect + " " + tag)
                            .isEqualTo(rig.engine().view().value(index));
                }
            });
        }
    }

    /** Names and numbers of a message, by an own reading of every dialect. */
    private Map<String, Double> decoded(Dialect dialect, Message message) {
        Map<String, Double> values = new HashMap<>();
        if (dialect == Dialect.SPARKPLUG) {
            sparkplug(message, values);
            return values;
        }
        JsonNode root = json(message);
        switch (dialect) {
            case NATIVE -> root.path("d").forEach(e -> put(values, e.path(0).asText(), e.path(1)));
            case NEURON_VALUES -> root.path("values").properties().forEach(e -> put(values, e.getKey(), e.getValue()));
            case NEURON_TAGS ->
                root.path("tags").forEach(e -> put(values, e.path("name").asText(), e.path("value")));
            case KEPWARE ->
                root.path("values")
                        .forEach(e -> put(values, e.path("id").asText().replace("school.rig-1.", ""), e.path("v")));
            case WINCC -> put(values, root.path("name").asText(), root.path("value"));
            default -> root.path("data").properties().forEach(e -> put(values, e.getKey(), e.getValue()));
        }
        return values;
    }

    private final Map<Long, String> aliases = new HashMap<>();

    private void sparkplug(Message message, Map<String, Double> values) {
        for (SparkplugText.Metric metric : SparkplugText.read(message.payload()).metrics()) {
            if (metric.name() != null && metric.alias() != null) {
                aliases.put(metric.alias(), metric.name());
            }
            String name = metric.alias() == null ? null : aliases.get(metric.alias());
            if (name != null && metric.value() instanceof Number number) {
                values.put(name, number.doubleValue());
            }
        }
    }

    private static void put(Map<String, Double> values, String tag, JsonNode value) {
        if (value.isNumber()) {
            values.put(tag, value.asDouble());
        } else if (value.isBoolean()) {
            values.put(tag, value.asBoolean() ? 1.0 : 0.0);
        }
    }

    @Test
    void aSeedGivesTheSameBytesAndAnotherSeedOthers() {
        RigDefects all = defects(
                "{\"kind\":\"noise\",\"white\":\"0.2 %\",\"wander\":\"0.3 %\",\"wanderTime\":\"30 s\"},"
                        + "{\"kind\":\"dropout\",\"every\":\"5 s\",\"length\":\"2 s\"}",
                "{\"kind\":\"lost-message\",\"share\":\"20 %\"},{\"kind\":\"out-of-order\",\"share\":\"20 %\",\"delay\":\"2 s\"}");
        List<List<String>> runs = new ArrayList<>();
        for (int mismatch : new int[] {3, 3, 4}) {
            VirtualRig rig = rig(Dialect.NEURON_VALUES, mismatch, all);
            IntStream.range(0, 20).forEach(i -> rig.scan());
            runs.add(messages.stream()
                    .map(m -> new String(m.payload(), StandardCharsets.UTF_8))
                    .toList());
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
    }

    @Test
    void aMismatchIsAnotherPlantThatStillRuns() {
        VirtualRig rig = rig(Dialect.NATIVE, 5, RigDefects.NONE);
        TrueValues truth = rig.trueValues();
        assertThat(truth.efficiencies().get("tray"))
                .hasSize(14)
                .allMatch(e -> e >= 0.45 && e <= 0.75)
                .doesNotHaveDuplicates();
        assertThat(truth.dutyWeightedEfficiency().get("tray")).isBetween(0.45, 0.75);
        assertThat(truth.heatLossFactor()).isBetween(0.5, 2.0).isNotEqualTo(1.0);
        assertThat(truth.lagFactors())
                .containsKeys("TI-702", "FIC-701")
                .allSatisfy((tag, f) -> assertThat(f).isBetween(1.0, 3.0));
        assertThat(rig.engine().processValue("tray-1.y")).isBetween(0.5, 0.95);
        VirtualRig same = rig(Dialect.NATIVE, 5, RigDefects.NONE);
        assertThat(same.trueValues().efficiencies()).isEqualTo(truth.efficiencies());
        VirtualRig pack = rig(Dialect.NATIVE, 0, RigDefects.NONE);
        assertThat(pack.trueValues().efficiencies().get("tray")).hasSize(14).containsOnly(0.6);
        assertThat(pack.trueValues().dutyWeightedEfficiency().get("tray")).isCloseTo(0.6, within(1e-9));
        for (String plant : PlantPack.SHIPPED) {
            VirtualRig other = new VirtualRig(
                    new RigPlant(PackSource.shipped(plant), "normal", 1, 2, 5),
                    new RigGateway(Dialect.NATIVE, "s", "r", ZoneId.of("UTC"), 1000, 1, Instant.ofEpochMilli(START)),
                    RigDefects.NONE,
                    messages::add);
            other.scan();
            assertThat(other.engine().held()).isFalse();
        }
        assertThatThrownBy(() -> rig(Dialect.NATIVE, -1, RigDefects.NONE)).hasMessageContaining("OTS-DCS-507");
    }

    @Test
    void readingsOfAMismatchWander() {
        List<Double> plain = values(frames(RigDefects.NONE, 60), "TI-704");
        VirtualRig rig = rig(Dialect.NATIVE, 5, RigDefects.NONE);
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rig.scan();
            JsonNode last = frames().get(frames().size() - 1);
            int index = rig.engine().signals().find("TI-704");
            added.add(value(last, "TI-704") - rig.engine().view().value(index));
        }
        assertThat(plain).hasSize(60);
        // neighbours are alike: what is added is no white noise
        double neighbours = 0;
        double squares = 0;
        for (int i = 1; i < added.size(); i++) {
            neighbours += added.get(i) * added.get(i - 1);
            squares += added.get(i) * added.get(i);
        }
        assertThat(squares).isGreaterThan(0);
        assertThat(neighbours / squares).isGreaterThan(0.7);
    }

    @Test
    void defectsOfInstrumentsShow() {
        List<JsonNode> plain = frames(RigDefects.NONE, 40);
        String tags = "\"tags\":[\"TI-704\"],";
        List<JsonNode> card = frames(defects("{\"kind\":\"quantisation\"," + tags + "\"bits\":12}", ""), 40);
        double step = 120.0 / 4095;
        assertThat(values(card, "TI-704")).allMatch(v -> Math.abs(v / step - Math.rint(v / step)) < 1e-6);
        assertThat(values(card, "TI-703")).isEqualTo(values(plain, "TI-703"));

        List<JsonNode> drift =
                frames(defects("{\"kind\":\"drift\"," + tags + "\"from\":\"10 s\",\"perHour\":\"36 %\"}", ""), 40);
        assertThat(value(drift.get(8), "TI-704")).isEqualTo(value(plain.get(8), "TI-704"));
        assertThat(value(drift.get(39), "TI-704") - value(plain.get(39), "TI-704"))
                .isCloseTo(120 * 0.36 * 30 / 3600, within(1e-9));

        List<JsonNode> stuck = frames(defects("{\"kind\":\"stuck\"," + tags + "\"from\":\"10 s\"}", ""), 40);
        assertThat(values(stuck.subList(10, 40), "TI-704")).containsOnly(value(plain.get(8), "TI-704"));

        List<JsonNode> spikes =
                frames(defects("{\"kind\":\"spike\"," + tags + "\"every\":\"8 s\",\"size\":\"20 %\"}", ""), 40);
        long far = IntStream.range(0, 40)
                .filter(i -> Math.abs(value(spikes.get(i), "TI-704") - value(plain.get(i), "TI-704")) > 23)
                .count();
        assertThat(far).isBetween(1L, 15L);

        List<JsonNode> gone =
                frames(defects("{\"kind\":\"dropout\"," + tags + "\"every\":\"8 s\",\"length\":\"3 s\"}", ""), 40);
        assertThat(gone)
                .anyMatch(f -> entry(f, "TI-704").path(1).isNull()
                        && entry(f, "TI-704").path(2).asInt() == 8);
        assertThat(gone).anyMatch(f -> entry(f, "TI-704").size() == 2);

        List<JsonNode> bad = frames(
                defects(
                        "{\"kind\":\"bad-quality\"," + tags
                                + "\"every\":\"8 s\",\"length\":\"3 s\",\"cause\":\"out-of-service\"}",
                        ""),
                40);
        assertThat(bad)
                .anyMatch(f -> entry(f, "TI-704").path(1).isNumber()
                        && entry(f, "TI-704").path(2).asInt() == 28);
        assertThat(values(bad, "TI-704")).isEqualTo(values(plain, "TI-704"));

        List<JsonNode> off = frames(
                defects(
                        "{\"kind\":\"bias\"," + tags + "\"size\":\"-5 %\"},{\"kind\":\"lag\"," + tags
                                + "\"time\":\"1000 s\"}",
                        ""),
                40);
        assertThat(value(off.get(39), "TI-704")).isCloseTo(value(plain.get(0), "TI-704") - 6, within(0.02));
    }

    @Test
    void defectsOfTheNetworkShow() {
        List<JsonNode> clock = frames(
                defects(
                        "",
                        "{\"kind\":\"clock-offset\",\"offset\":\"-1 h\",\"from\":\"10 s\"},"
                                + "{\"kind\":\"clock-drift\",\"perHour\":\"360 s\",\"from\":\"20 s\"}"),
                40);
        assertThat(clock.get(8).path("t").asLong()).isEqualTo(START + 9_000);
        assertThat(clock.get(10).path("t").asLong()).isEqualTo(START + 11_000 - 3_600_000);
        assertThat(clock.get(39).path("t").asLong()).isEqualTo(START + 40_000 - 3_600_000 + 2_000);

        List<JsonNode> missing = frames(defects("", "{\"kind\":\"missing-scan\",\"share\":\"30 %\"}"), 40);
        assertThat(missing).hasSizeBetween(15, 38);
        assertThat(sequences(missing)).isSorted().endsWith(missing.size() - 1);

        List<JsonNode> lost = frames(defects("", "{\"kind\":\"lost-message\",\"share\":\"30 %\"}"), 40);
        assertThat(sequences(lost)).hasSizeBetween(15, 38).isSorted().anyMatch(seq -> seq >= lost.size());

        List<JsonNode> twice = frames(defects("", "{\"kind\":\"duplicate\",\"share\":\"30 %\"}"), 40);
        assertThat(sequences(twice)).hasSizeBetween(42, 70).isSorted();

        List<JsonNode> order =
                frames(defects("", "{\"kind\":\"out-of-order\",\"share\":\"30 %\",\"delay\":\"2 s\"}"), 40);
        assertThat(sequences(order)).hasSizeBetween(36, 40).doesNotHaveDuplicates();
        assertThat(sequences(order))
                .isNotEqualTo(sequences(order).stream().sorted().toList());
    }

    private static List<Integer> sequences(List<JsonNode> frames) {
        return frames.stream().map(f -> f.path("seq").asInt()).toList();
    }

    @Test
    void aFrozenGatewayAndAnOldMessageShow() {
        for (String stamps : List.of("new", "same")) {
            List<JsonNode> frozen = frames(
                    defects(
                            "",
                            "{\"kind\":\"frozen-gateway\",\"from\":\"10 s\",\"until\":\"30 s\",\"timestamps\":\""
                                    + stamps + "\"}"),
                    40);
            assertThat(frozen.subList(10, 29))
                    .allMatch(f -> f.path("d").equals(frozen.get(9).path("d")));
            assertThat(frozen.get(30).path("d")).isNotEqualTo(frozen.get(9).path("d"));
            long expected = stamps.equals("new") ? START + 29_000 : START + 10_000;
            assertThat(frozen.get(28).path("t").asLong()).isEqualTo(expected);
        }
        VirtualRig rig = rig(Dialect.NATIVE, 0, defects("", "{\"kind\":\"retained-old\",\"age\":\"10 min\"}"));
        rig.connected();
        Message old = messages.get(0);
        assertThat(old.topic()).endsWith("/data");
        assertThat(old.retained()).isTrue();
        assertThat(json(old).path("t").asLong()).isEqualTo(START - 600_000);
        assertThat(messages).hasSize(3);
    }

    @Test
    void damagedMessagesCannotBeRead() {
        for (String how : List.of("truncated", "second-object", "gbk")) {
            VirtualRig rig = rig(
                    Dialect.NATIVE,
                    0,
                    defects("", "{\"kind\":\"damaged\",\"share\":\"100 %\",\"how\":\"" + how + "\"}"));
            rig.scan();
            byte[] payload = messages.get(0).payload();
            assertThatThrownBy(() -> StrictJson.parse("m", payload, Findings.throwing()))
                    .as(how)
                    .isInstanceOf(OtsException.class);
        }
    }

    @Test
    void writesGoThroughOneDoor() {
        VirtualRig rig = rig(Dialect.NATIVE, 0, RigDefects.NONE);
        RigWrites writes = rig.writes();
        assertThatThrownBy(() -> writes.write("FIC-701.SP", 55)).hasMessageContaining("OTS-DCS-503");
        rig.remoteEnable(true);
        CompletableFuture<Optional<LocalText>> written = writes.write("FIC-701.SP", 55);
        CompletableFuture<Optional<LocalText>> refused = writes.write("FIC-702.SP", 30);
        CompletableFuture<Optional<LocalText>> stopped = writes.write("C-701", 1);
        assertThat(written).isNotDone();
        rig.scan();
        assertThat(written.join()).isEmpty();
        assertThat(stopped.join()).isEmpty();
        assertThat(refused.join().orElseThrow().en()).contains("FIC-702");
        JsonNode frame = frames().get(0);
        assertThat(value(frame, "FIC-701.SP")).isEqualTo(55);
        assertThat(value(frame, "C-701")).isEqualTo(1);
        assertThat(value(frame, RigTags.KEY)).isEqualTo(1);
        assertThatThrownBy(() -> writes.write("FIC-799.SP", 1))
                .hasMessageContaining("OTS-DCS-501")
                .hasMessageContaining("FIC-7");
        assertThatThrownBy(() -> writes.write("TI-702", 1)).hasMessageContaining("OTS-DCS-502");
        assertThatThrownBy(() -> writes.write("FIC-701.SP", 500)).hasMessageContaining("OTS-AUT-003");
        assertThatThrownBy(() -> writes.write("FIC-701.SP", Double.NaN)).isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> writes.write("FIC-701.MODE", 7)).hasMessageContaining("OTS-AUT-004");
        assertThatThrownBy(() -> writes.write("P-701", 0.5)).hasMessageContaining("OTS-DCS-502");
    }

    @Test
    void faultsActAndNothingThatIsPublishedNamesThem() {
        VirtualRig rig = rig(Dialect.NATIVE, 0, RigDefects.NONE);
        rig.remoteEnable(true);
        RigWrites writes = rig.writes();
        assertThatThrownBy(() -> writes.fault("A-F99", 1)).hasMessageContaining("OTS-DCS-504");
        assertThatThrownBy(() -> writes.fault("A-F01", 0)).hasMessageContaining("OTS-DCS-505");
        assertThatThrownBy(() -> writes.clearFault("A-F01")).hasMessageContaining("OTS-DCS-506");
        rig.connected();
        CompletableFuture<Optional<LocalText>> in = writes.fault("A-F01", 1);
        IntStream.range(0, 40).forEach(i -> rig.scan());
        assertThat(in.join()).isEmpty();
        assertThat(value(frames().get(39), "FI-705")).isLessThan(0.1);
        CompletableFuture<Optional<LocalText>> out = writes.clearFault("A-F01");
        IntStream.range(0, 40).forEach(i -> rig.scan());
        assertThat(out.join()).isEmpty();
        assertThat(value(frames().get(79), "FI-705")).isGreaterThan(0.5);
        String all = messages.stream()
                .map(m -> m.topic() + new String(m.payload(), StandardCharsets.UTF_8))
                .reduce("", String::concat);
        for (FaultDefinition fault : rig.engine().pack().faults()) {
            assertThat(all)
                    .doesNotContain(fault.id())
                    .doesNotContain(fault.cause().zh());
        }
    }

    @Test
    void aScriptOperatesAndIsToldWhatWasRefused() {
        VirtualRig rig = rig(Dialect.NATIVE, 0, RigDefects.NONE);
        rig.operatedBy(view -> view.tick() == 5
                ? List.of(
                        new RigScript.Operation("FIC-701", "sp", 50, ""),
                        new RigScript.Operation("FIC-701", "sp", 5000, ""),
                        new RigScript.Operation("FIC-702", "sp", 30, ""))
                : List.of());
        rig.scan();
        assertThat(value(frames().get(0), "FIC-701.SP")).isEqualTo(50);
        assertThat(rig.refusals()).hasSize(2);
    }

    @Test
    void messagesAreLinesAndBack() {
        for (Dialect dialect : List.of(Dialect.NEURON_VALUES, Dialect.SPARKPLUG)) {
            VirtualRig rig = rig(dialect, 0, RigDefects.NONE);
            rig.connected();
            rig.scan();
            assertThat(messages).isNotEmpty().allSatisfy(message -> {
                String line = new String(MessageLines.line(START, message), StandardCharsets.UTF_8);
                Message read = MessageLines.read(line.strip());
                assertThat(read.topic()).isEqualTo(message.topic());
                assertThat(read.payload()).isEqualTo(message.payload());
                assertThat(read.retained()).isEqualTo(message.retained());
            });
        }
    }
}
