package org.openots.dcs.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.signal.Quality;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagExample;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.payload.Item;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.tag.TagStore;

/** Case 24 of the reliability list, one method for each of its faults, through to the latest samples. */
class SparkplugHostTest implements SparkplugOutput {
    private static final long START = 1_763_800_000_000L;
    private static final long MILLI = 1_000_000;
    private static final String NODE = "spBv1.0/school/%s/rig";
    private static final String DEVICE = "spBv1.0/school/%s/rig/col";

    private final List<String> published = new ArrayList<>();
    private final List<BadPayload> refused = new ArrayList<>();
    private final Map<String, Double> historical = new LinkedHashMap<>();
    private long millis;
    private TagStore store;
    private Intake intake;
    private SparkplugHost host;

    @BeforeEach
    void start() {
        List<MappedTag> tags = Stream.of("A", "B")
                .map(name -> {
                    TagExample tag = TagExample.of(Dialect.SPARKPLUG, name);
                    tag.topic = "spBv1.0/school/+/rig" + (name.equals("B") ? "/col" : "");
                    return tag.build();
                })
                .toList();
        TagMap map = new TagMap("ethanol-water-rig", 1, tags);
        store = new TagStore(tags, () -> millis * MILLI);
        intake = new Intake(
                map,
                new Intake.Clocks(() -> Instant.ofEpochMilli(START), () -> millis * MILLI),
                notice -> {},
                List.of(store, (tag, sample, late) -> {
                    if (late) {
                        historical.put(tag, sample.value());
                    }
                }));
        host = new SparkplugHost(
                map,
                new SparkplugHost.Timing(
                        () -> Instant.ofEpochMilli(START), () -> millis * MILLI, Duration.ofSeconds(2)),
                this);
    }

    @Override
    public void items(String topic, List<Item> items, OptionalLong sentAt) {
        intake.items(topic, items, sentAt);
    }

    @Override
    public void publish(String topic, byte[] payload) {
        published.add(topic);
        assertThat(payload).isEqualTo(SparkplugPayload.rebirth(START));
    }

    @Override
    public void bad(String topic, BadPayload why) {
        refused.add(why);
    }

    private void node(String type, Encoded message) {
        host.message(NODE.formatted(type), message.done());
    }

    private void device(String type, Encoded message) {
        host.message(DEVICE.formatted(type), message.done());
    }

    private void birth(long bdSeq) {
        node("NBIRTH", Encoded.seq(0).bdSeq(bdSeq).born("A", 1, 20));
        device("DBIRTH", Encoded.seq(1).born("B", 2, 30));
    }

    private String value(String tag) {
        return store.latest(tag)
                .map(sample -> sample.value() + " " + sample.quality().cause())
                .orElse("none");
    }

    @Test
    void fromBirthToDeath() {
        assertThat(host.subscriptions()).containsExactly("spBv1.0/school/+/rig", "spBv1.0/school/+/rig/+");
        host.connected();
        assertThat(published).containsExactly("spBv1.0/school/NCMD/rig");
        birth(7);
        assertThat(value("A")).isEqualTo("20.0 NONE");
        assertThat(value("B")).isEqualTo("30.0 NONE");
        node("NDATA", Encoded.seq(2).data(1, 21));
        device("DDATA", Encoded.seq(3).data(2, 31));
        assertThat(value("A")).isEqualTo("21.0 NONE");
        assertThat(value("B")).isEqualTo("31.0 NONE");
        device("DDEATH", Encoded.seq(4));
        assertThat(value("B")).isEqualTo("31.0 NOT_CONNECTED");
        assertThat(value("A")).isEqualTo("21.0 NONE");
        node("NDEATH", new Encoded().bdSeq(7));
        assertThat(value("A")).isEqualTo("21.0 NOT_CONNECTED");
        birth(8);
        assertThat(value("A")).isEqualTo("20.0 NONE");
        host.disconnected();
        assertThat(value("B")).isEqualTo("30.0 NOT_CONNECTED");
        assertThat(published).hasSize(1);
        assertThat(new String(SparkplugHost.state(true, START), StandardCharsets.UTF_8))
                .isEqualTo("{\"online\":true,\"timestamp\":1763800000000}");
    }

    @Test
    void dataBeforeBirthWaitsThenAsksAtMostOnceIn5Seconds() {
        for (millis = 0; millis < 12_000; millis += 100) {
            node("NDATA", Encoded.seq(millis / 100 % 256).data(1, 21));
            host.tick();
        }
        assertThat(value("A")).isEqualTo("none");
        // after the reorder time of 2 s, then every 5 s at most
        assertThat(published).hasSize(2);
    }

    @Test
    void dataThatOvertookItsBirthIsUsedAfterIt() {
        node("NDATA", Encoded.seq(2).data(1, 21));
        device("DBIRTH", Encoded.seq(1).born("B", 2, 30));
        millis = 500;
        node("NBIRTH", Encoded.seq(0).bdSeq(0).born("A", 1, 20));
        assertThat(value("A")).isEqualTo("21.0 NONE");
        assertThat(value("B")).isEqualTo("30.0 NONE");
        millis = 5_000;
        host.tick();
        assertThat(published).isEmpty();
    }

    @Test
    void aGapIsWaitedForAndThenValuesAreBadUntilTheNextBirth() {
        birth(0);
        node("NDATA", Encoded.seq(3).data(1, 23));
        assertThat(value("A")).isEqualTo("20.0 NONE");
        node("NDATA", Encoded.seq(2).data(1, 22));
        assertThat(value("A")).isEqualTo("23.0 NONE");
        node("NDATA", Encoded.seq(5).data(1, 25));
        millis = 2_000;
        host.tick();
        assertThat(published).isEmpty();
        millis = 2_001;
        host.tick();
        assertThat(published).hasSize(1);
        assertThat(value("A")).isEqualTo("23.0 NOT_CONNECTED");
        assertThat(value("B")).isEqualTo("30.0 NOT_CONNECTED");
        node("NDATA", Encoded.seq(6).data(1, 26));
        assertThat(value("A")).isEqualTo("23.0 NOT_CONNECTED");
        millis = 2_500;
        birth(0);
        assertThat(value("A")).isEqualTo("20.0 NONE");
        millis = 6_000;
        host.tick();
        assertThat(value("A")).isEqualTo("20.0 NONE");
        assertThat(published).hasSize(1);
    }

    @Test
    void aMessageThatComesTwiceCountsOnce() {
        birth(0);
        node("NDATA", Encoded.seq(2).data(1, 22));
        node("NDATA", Encoded.seq(3).data(1, 23));
        node("NDATA", Encoded.seq(2).data(1, 22));
        millis = 5_000;
        host.tick();
        assertThat(store.latest("A").orElseThrow().value()).isEqualTo(23);
        assertThat(published).isEmpty();
    }

    @Test
    void sequenceNumbersGoFrom255To0() {
        birth(0);
        for (int i = 2; i < 600; i++) {
            node("NDATA", Encoded.seq(i % 256).data(1, i % 100));
            assertThat(store.latest("A").orElseThrow().value()).isEqualTo(i % 100);
        }
        assertThat(published).isEmpty();
    }

    @Test
    void anUnknownAliasAsksForABirthAndHarmsNothingElse() {
        birth(0);
        node("NDATA", Encoded.seq(2).data(99, 1).data(1, 22));
        assertThat(value("A")).isEqualTo("22.0 NONE");
        assertThat(published).hasSize(1);
        millis = 4_999;
        node("NDATA", Encoded.seq(3).data(99, 1));
        assertThat(published).hasSize(1);
        millis = 5_000;
        node("NDATA", Encoded.seq(4).data(99, 1));
        assertThat(published).hasSize(2);
    }

    @Test
    void dataOfADeviceThatWasNotBorn() {
        node("NBIRTH", Encoded.seq(0).bdSeq(0).born("A", 1, 20));
        device("DDATA", Encoded.seq(1).data(2, 31));
        assertThat(value("B")).isEqualTo("none");
        assertThat(published).hasSize(1);
    }

    @Test
    void anOldDeathIsIgnored() {
        birth(4);
        birth(5);
        node("NDEATH", new Encoded().bdSeq(4));
        assertThat(value("A")).isEqualTo("20.0 NONE");
        node("NDATA", Encoded.seq(2).data(1, 22));
        assertThat(value("A")).isEqualTo("22.0 NONE");
        node("NDEATH", new Encoded().bdSeq(5));
        assertThat(value("A")).isEqualTo("22.0 NOT_CONNECTED");
    }

    @Test
    void aDeathThatOvertookItsBirthHolds() {
        birth(4);
        node("NDEATH", new Encoded().bdSeq(5));
        millis = 300;
        node("NBIRTH", Encoded.seq(0).bdSeq(5).born("A", 1, 50));
        assertThat(value("A")).isEqualTo("20.0 NOT_CONNECTED");
        assertThat(published).hasSize(1);
        millis = 700;
        birth(6);
        assertThat(value("A")).isEqualTo("20.0 NONE");
    }

    @Test
    void aTypeThatChangedIsBadAndAsksForABirth() {
        birth(0);
        node("NDATA", Encoded.seq(2).metric(out -> {
            out.writeUInt64(2, 1);
            out.writeUInt32(4, 3);
            out.writeUInt32(10, 7);
        }));
        assertThat(value("A")).isEqualTo("NaN CONFIG_ERROR");
        assertThat(published).hasSize(1);
    }

    @Test
    void historicalDataDoesNotReplaceTheLiveValue() {
        birth(0);
        node("NDATA", Encoded.seq(2).metric(out -> {
            out.writeUInt64(2, 1);
            out.writeUInt64(3, START - 60_000);
            out.writeBool(5, true);
            out.writeDouble(13, 5);
        }));
        assertThat(value("A")).isEqualTo("20.0 NONE");
        assertThat(historical).containsExactly(Map.entry("A", 5.0));
    }

    /** A birth tells values that last changed long ago; they are live all the same. */
    @Test
    void aBirthWithOldTimesIsLive() {
        node("NBIRTH", Encoded.seq(0).bdSeq(0).metric(out -> {
            out.writeString(1, "A");
            out.writeUInt64(3, START - 3_600_000);
            out.writeUInt32(4, 10);
            out.writeDouble(13, 44);
        }));
        assertThat(value("A")).isEqualTo("44.0 NONE");
    }

    @ParameterizedTest
    @CsvSource({
        "192,false,12.5,12.5 NONE",
        "0,false,12.5,12.5 UNKNOWN",
        "500,false,12.5,12.5 STALE",
        "7,false,12.5,12.5 CONFIG_ERROR",
        "192,true,12.5,NaN SENSOR_FAILURE",
        "192,false,NaN,NaN SENSOR_FAILURE",
        "0,true,12.5,NaN UNKNOWN",
        "192,false,Infinity,NaN SENSOR_FAILURE"
    })
    void qualityAndNull(int quality, boolean nothing, double value, String seen) {
        birth(0);
        byte[] property = Encoded.bytes(out -> {
            out.writeUInt32(1, 3);
            out.writeUInt32(3, quality);
        });
        byte[] properties = Encoded.bytes(out -> {
            out.writeString(1, "engUnit");
            out.writeString(1, "Quality");
            out.writeByteArray(2, Encoded.bytes(text -> text.writeString(8, "degC")));
            out.writeByteArray(2, property);
        });
        node("NDATA", Encoded.seq(2).metric(out -> {
            out.writeUInt64(2, 1);
            out.writeBool(7, nothing);
            out.writeByteArray(9, properties);
            out.writeDouble(13, value);
        }));
        assertThat(value("A")).isEqualTo(seen);
        assertThat(store.latest("A").orElseThrow().quality().level()).isNotEqualTo(Quality.Level.UNCERTAIN);
    }

    /** Whole numbers are written without sign; only their type tells how they are meant. */
    @ParameterizedTest
    @CsvSource({
        "1,255,-1",
        "1,4294967295,-1",
        "2,65534,-2",
        "3,4294967293,-3",
        "4,-4,-4",
        "5,255,255",
        "6,65535,65535",
        "7,4294967295,4294967295",
        "8,-1,18446744073709551616"
    })
    void wholeNumbers(int type, long written, double meant) throws BadPayload {
        byte[] message = Encoded.seq(0)
                .metric(out -> {
                    out.writeString(1, "A");
                    out.writeUInt32(4, type);
                    if (type == 4 || type == 8) {
                        out.writeUInt64(11, written);
                    } else {
                        out.writeUInt32(10, (int) written);
                    }
                })
                .done();
        assertThat(SparkplugPayload.read(message).metrics().get(0).number(type)).isEqualTo(meant);
    }

    @Test
    void truthAndTextAreNoNumbersForAnAnalogTag() {
        node("NBIRTH", Encoded.seq(0).bdSeq(0).metric(out -> {
            out.writeString(1, "A");
            out.writeUInt32(4, 11);
            out.writeBool(14, true);
        }));
        assertThat(value("A")).isEqualTo("NaN SENSOR_FAILURE");
        node("NBIRTH", Encoded.seq(0).bdSeq(0).metric(out -> {
            out.writeString(1, "A");
            out.writeUInt32(4, 12);
            out.writeString(15, "20");
        }));
        assertThat(value("A")).isEqualTo("NaN SENSOR_FAILURE");
    }

    /** Every damaged message is read or refused, and the host goes on. */
    @Test
    void damagedMessagesAreRefused() {
        byte[] whole = Encoded.seq(0).bdSeq(0).born("A", 1, 20).done();
        for (int i = 0; i < whole.length; i++) {
            host.message(NODE.formatted("NBIRTH"), Arrays.copyOf(whole, i));
            byte[] flipped = whole.clone();
            flipped[i] ^= (byte) 0x87;
            host.message(NODE.formatted("NBIRTH"), flipped);
        }
        assertThat(refused).hasSizeGreaterThan(whole.length / 2);
        birth(9);
        assertThat(value("A")).isEqualTo("20.0 NONE");
        BadPayload text = catchThrowableOfType(
                BadPayload.class, () -> SparkplugPayload.read("{\"values\":{}}".getBytes(StandardCharsets.UTF_8)));
        assertThat(text).hasMessageContaining("Sparkplug B").hasMessageContaining("{\"values\"");
    }

    @ParameterizedTest
    @CsvSource({
        "spBv1.0/school/NDATA/other",
        "spBv1.0/school/DDATA/rig",
        "spBv1.0/school/NDATA/rig/col",
        "spBv1.0/STATE/host",
        "spAv1.0/school/NDATA/rig",
        "spBv1.0/school/XDATA/rig",
        "spBv1.0/school/NCMD/rig"
    })
    void otherTopicsAreIgnored(String topic) {
        host.message(topic, new byte[] {1, 2, 3});
        assertThat(refused).isEmpty();
        assertThat(published).isEmpty();
    }
}
