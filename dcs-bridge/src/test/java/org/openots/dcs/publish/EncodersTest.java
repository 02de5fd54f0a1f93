package org.openots.dcs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.SignalRange;
import org.openots.common.text.LocalText;
import org.openots.dcs.map.Dialect;

/** What gateways write, read back by others. */
class EncodersTest {
    private static final long TIME = 1_763_800_000_123L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GatewayProfile PROFILE =
            new GatewayProfile("school", "rig-1", "b7", ZoneId.of("Asia/Shanghai"), 1000);
    private static final List<PublishedTag> TAGS = List.of(
            new PublishedTag(
                    "TI-702",
                    new LocalText("塔顶温度", "top temperature"),
                    "°C",
                    new SignalRange(0, 120),
                    false,
                    Map.of("H", 79.5, "HH", 82.0)),
            new PublishedTag(
                    "PI-701", new LocalText("塔釜压力", "sump pressure"), "kPa(g)", SignalRange.ANY, false, Map.of()),
            new PublishedTag("P-701", new LocalText("进料泵", "feed pump"), "", new SignalRange(0, 1), true, Map.of()));
    private static final Scan SCAN = scan(78.42, Quality.GOOD);

    private static Scan scan(double top, Quality quality) {
        return new Scan(
                TIME,
                List.of(
                        new Reading("TI-702", top, quality, TIME),
                        new Reading("PI-701", 3.4, Quality.uncertain(Cause.SENSOR_FAILURE), TIME - 40),
                        new Reading("P-701", 1, Quality.GOOD, TIME)));
    }

    private static Encoder encoder(String dialect) {
        return Encoders.of(Encoders.dialect(dialect), PROFILE, TAGS);
    }

    private static JsonNode json(Message message) throws IOException {
        assertThat(message.retained()).isFalse();
        return JSON.readTree(message.payload());
    }

    @Test
    void neuronWritesValuesByTagAndErrorsForWhatIsBad() throws IOException {
        Message message = encoder("neuron-values").encode(SCAN).get(0);
        assertThat(message.topic()).isEqualTo("/neuron/school/rig-1/scan");
        assertThat(json(message))
                .isEqualTo(JSON.readTree("{\"timestamp\":1763800000123,\"node\":\"rig-1\",\"group\":\"scan\","
                        + "\"values\":{\"TI-702\":78.42,\"PI-701\":3.4,\"P-701\":1},\"errors\":{},\"metas\":{}}"));
        JsonNode bad = json(encoder("neuron-values")
                .encode(scan(78.42, Quality.bad(Cause.COMM_FAILURE)))
                .get(0));
        assertThat(bad.path("values").has("TI-702")).isFalse();
        assertThat(bad.path("errors").path("TI-702").asInt()).isEqualTo(3002);
        JsonNode list = json(
                encoder("neuron-tags").encode(scan(Double.NaN, Quality.GOOD)).get(0));
        assertThat(list.path("tags").get(0).toString()).isEqualTo("{\"name\":\"TI-702\",\"error\":3000}");
        assertThat(list.path("tags").get(1).toString()).isEqualTo("{\"name\":\"PI-701\",\"value\":3.4}");
    }

    @Test
    void kepwareWritesQualityAndTimeOfEachTag() throws IOException {
        JsonNode values = json(encoder("kepware")
                        .encode(scan(Double.NaN, Quality.GOOD))
                        .get(0))
                .path("values");
        assertThat(values.get(0).toString())
                .isEqualTo("{\"id\":\"school.rig-1.TI-702\",\"v\":null,\"q\":false,\"t\":1763800000123}");
        assertThat(values.get(1).toString())
                .isEqualTo("{\"id\":\"school.rig-1.PI-701\",\"v\":3.4,\"q\":true,\"t\":1763800000083}");
        assertThat(values.get(2).path("v").isBoolean()).isTrue();
    }

    @Test
    void winccWritesAMessageATag() throws IOException {
        List<Message> messages = encoder("wincc").encode(SCAN);
        assertThat(messages)
                .extracting(Message::topic)
                .containsExactly("wincc/school/rig-1/TI-702", "wincc/school/rig-1/PI-701", "wincc/school/rig-1/P-701");
        assertThat(json(messages.get(0)).toString())
                .isEqualTo("{\"time\":\"2025-11-22T08:26:40.123Z\",\"name\":\"TI-702\",\"value\":78.42,"
                        + "\"qualityCode\":192}");
        assertThat(json(messages.get(1)).path("qualityCode").asInt()).isEqualTo(80);
    }

    @Test
    void boxWritesLocalTimeAndLeavesOutWhatDidNotChange() throws IOException {
        Encoder box = encoder("pointer");
        assertThat(json(box.encode(SCAN).get(0)).toString())
                .isEqualTo("{\"devId\":\"rig-1\",\"time\":\"2025-11-22 16:26:40.123\","
                        + "\"data\":{\"TI-702\":78.42,\"PI-701\":3.4,\"P-701\":true}}");
        Scan next = scan(78.5, Quality.GOOD).at(TIME + 1000);
        assertThat(json(box.encode(next).get(0)).path("data").toString()).isEqualTo("{\"TI-702\":78.5}");
        Scan bad = scan(78.5, Quality.bad(Cause.UNKNOWN)).at(TIME + 2000);
        assertThat(json(box.encode(bad).get(0)).path("data").toString()).isEqualTo("{\"TI-702\":null}");
        assertThat(json(box.encode(bad.at(TIME + 60_000)).get(0)).path("data")).hasSize(3);
    }

    @Test
    void nativeFramesAreNumberedAndTheTableIsRetained() throws IOException {
        Encoder frames = encoder("native");
        Message will = frames.will(TIME).orElseThrow();
        assertThat(will.topic()).isEqualTo("openots/v1/school/rig-1/state");
        assertThat(will.retained()).isTrue();
        assertThat(JSON.readTree(will.payload()).path("online").asBoolean(true)).isFalse();
        List<Message> begin = frames.begin(SCAN);
        assertThat(begin).allMatch(Message::retained);
        JsonNode tag = JSON.readTree(begin.get(0).payload()).path("tags").get(0);
        assertThat(tag.toString())
                .isEqualTo("{\"id\":\"TI-702\",\"desc\":{\"zh\":\"塔顶温度\",\"en\":\"top temperature\"},\"unit\":\"Cel\","
                        + "\"range\":[0,120],\"alarms\":{\"H\":79.5,\"HH\":82},\"type\":\"number\",\"deadband\":0,"
                        + "\"period\":1}");
        assertThat(JSON.readTree(begin.get(1).payload()).path("online").asBoolean())
                .isTrue();
        assertThat(json(frames.encode(SCAN).get(0)).toString())
                .isEqualTo("{\"v\":1,\"boot\":\"b7\",\"seq\":0,\"t\":1763800000123,"
                        + "\"d\":[[\"TI-702\",78.42],[\"PI-701\",3.4,80,-40],[\"P-701\",1]]}");
        JsonNode bad = json(frames.encode(scan(Double.NaN, Quality.GOOD)).get(0));
        assertThat(bad.path("seq").asInt()).isEqualTo(1);
        assertThat(bad.path("d").get(0).toString()).isEqualTo("[\"TI-702\",null,16]");
    }

    @Test
    void aLongScanBecomesSeveralFramesOfOneTime() throws IOException {
        List<Reading> many = IntStream.range(0, 6000)
                .mapToObj(i -> new Reading("TAG-" + i, i + 0.5, Quality.GOOD, TIME))
                .toList();
        List<Message> frames = encoder("native").encode(new Scan(TIME, many));
        assertThat(frames).hasSizeGreaterThan(1).allMatch(frame -> frame.payload().length <= 65_536);
        int tags = 0;
        for (int i = 0; i < frames.size(); i++) {
            JsonNode frame = json(frames.get(i));
            assertThat(frame.path("seq").asInt()).isEqualTo(i);
            assertThat(frame.path("t").asLong()).isEqualTo(TIME);
            tags += frame.path("d").size();
        }
        assertThat(tags).isEqualTo(6000);
    }

    @Test
    void sparkplugBirthsNameTheMetricsAndDataHaveTheirAliases() {
        Encoder node = encoder("sparkplug");
        Message will = node.will(TIME).orElseThrow();
        assertThat(will.topic()).isEqualTo("spBv1.0/school/NDEATH/rig-1");
        SparkplugText.Payload death = SparkplugText.read(will.payload());
        assertThat(death.seq()).isNull();
        assertThat(death.metrics().get(0).value()).isEqualTo(0L);
        List<Message> births = node.begin(SCAN);
        assertThat(births)
                .extracting(Message::topic)
                .containsExactly("spBv1.0/school/NBIRTH/rig-1", "spBv1.0/school/DBIRTH/rig-1/dcs");
        SparkplugText.Payload nodeBirth = SparkplugText.read(births.get(0).payload());
        assertThat(nodeBirth.seq()).isZero();
        assertThat(nodeBirth.metrics())
                .extracting(SparkplugText.Metric::name)
                .containsExactly("bdSeq", "Node Control/Rebirth");
        assertThat(nodeBirth.metrics().get(0).value()).isEqualTo(0L);
        SparkplugText.Payload birth = SparkplugText.read(births.get(1).payload());
        assertThat(birth.seq()).isEqualTo(1);
        assertThat(birth.metrics())
                .containsExactly(
                        new SparkplugText.Metric("TI-702", 1L, TIME, 10L, false, 78.42, 192L),
                        new SparkplugText.Metric("PI-701", 2L, TIME - 40, 10L, false, 3.4, 192L),
                        new SparkplugText.Metric("P-701", 3L, TIME, 11L, false, 1L, 192L));
        SparkplugText.Payload data = SparkplugText.read(node.encode(SCAN).get(0).payload());
        assertThat(data.seq()).isEqualTo(2);
        assertThat(data.metrics().get(0)).isEqualTo(new SparkplugText.Metric(null, 1L, TIME, null, false, 78.42, null));
        SparkplugText.Metric bad = SparkplugText.read(
                        node.encode(scan(Double.NaN, Quality.GOOD)).get(0).payload())
                .metrics()
                .get(0);
        assertThat(bad).isEqualTo(new SparkplugText.Metric(null, 1L, TIME, null, true, null, 0L));
        SparkplugText.Metric again =
                SparkplugText.read(node.encode(SCAN).get(0).payload()).metrics().get(0);
        assertThat(again.quality()).isEqualTo(192);
    }

    @Test
    void sparkplugCountsTo255AndStartsAgainWithEveryBirth() {
        Encoder node = encoder("sparkplug");
        node.will(TIME);
        node.begin(SCAN);
        long last = 1;
        for (int i = 0; i < 300; i++) {
            long seq = SparkplugText.read(node.encode(SCAN).get(0).payload()).seq();
            assertThat(seq).isEqualTo((last + 1) % 256);
            last = seq;
        }
        byte[] rebirth = {
            18, 24, 10, 20, 78, 111, 100, 101, 32, 67, 111, 110, 116, 114, 111, 108, 47, 82, 101, 98, 105, 114, 116,
            104, 112, 1
        };
        assertThat(node.asksForBirth(new Message("spBv1.0/school/NCMD/rig-1", rebirth, false)))
                .isTrue();
        assertThat(node.asksForBirth(new Message("spBv1.0/school/NCMD/rig-1", new byte[] {1, 2, 3}, false)))
                .isFalse();
        assertThat(SparkplugText.read(node.begin(SCAN).get(0).payload()).seq()).isZero();
        node.will(TIME);
        SparkplugText.Payload second =
                SparkplugText.read(node.begin(SCAN).get(0).payload());
        assertThat(second.metrics().get(0).value()).isEqualTo(1L);
        List<Message> end = node.end(TIME);
        assertThat(end)
                .extracting(Message::topic)
                .containsExactly("spBv1.0/school/DDEATH/rig-1/dcs", "spBv1.0/school/NDEATH/rig-1");
    }

    @Test
    void namesThatAreNoLevelsOfTopicsAreRefused() {
        for (String name : List.of("", "a/b", "a+", "#", "$SYS", "a b")) {
            assertThatThrownBy(() -> new GatewayProfile(name, "rig", "b", ZoneOffset.UTC, 1000))
                    .isInstanceOf(OtsException.class)
                    .hasMessageContaining("OTS-DCS-601");
        }
        assertThat(new GatewayProfile("学校", "精馏-1", "b", ZoneOffset.UTC, 1000).site())
                .isEqualTo("学校");
        assertThatThrownBy(() -> Encoders.dialect("opc"))
                .hasMessageContaining(Stream.of(Dialect.values())
                        .map(Dialect::word)
                        .reduce((a, b) -> a + " " + b)
                        .get());
        assertThat(new String(encoder("neuron-values").encode(SCAN).get(0).payload(), StandardCharsets.UTF_8))
                .startsWith("{");
    }
}
