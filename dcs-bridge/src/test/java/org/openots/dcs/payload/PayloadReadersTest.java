package org.openots.dcs.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.MappedTag.TimeForm;
import org.openots.dcs.map.QualityMap;
import org.openots.dcs.map.TagExample;

class PayloadReadersTest {
    private static final OptionalLong TIME = OptionalLong.of(1_763_800_000_123L);

    private static List<Item> read(String json, TagExample... tags) throws BadPayload {
        return read(json.getBytes(StandardCharsets.UTF_8), tags);
    }

    private static List<Item> read(byte[] payload, TagExample... tags) throws BadPayload {
        List<MappedTag> mapped = Stream.of(tags).map(TagExample::build).toList();
        return PayloadReaders.of(mapped.get(0).source().dialect(), mapped).read("t", payload);
    }

    private static Item good(String name, double value, OptionalLong time) {
        return new Item(name, value, Quality.GOOD, time, false);
    }

    private static Item bad(String name, Cause cause, OptionalLong time) {
        return new Item(name, Double.NaN, Quality.bad(cause), time, false);
    }

    @Test
    void neuronValuesWithErrorsAndTheTimeAtTheEnd() throws BadPayload {
        TagExample valve = TagExample.of(Dialect.NEURON_VALUES, "XV-1").asSwitch();
        assertThat(read("""
                        {"node":"jx","group":"col","values":{"TI-702":78.4,"XV-1":true,"X":1,"E":5},
                         "errors":{"LI":3002,"E":2014},"metas":{"a":{"b":[1]}},"timestamp":1763800000123}""", new TagExample(), valve))
                .containsExactly(
                        good("TI-702", 78.4, TIME),
                        good("XV-1", 1, TIME),
                        good("X", 1, TIME),
                        bad("LI", Cause.NOT_CONNECTED, TIME),
                        bad("E", Cause.UNKNOWN, TIME));
    }

    @Test
    void neuronTags() throws BadPayload {
        assertThat(read(
                        "{\"timestamp\":1763800000123,\"node\":\"n\",\"group\":\"g\",\"tags\":[{\"name\":\"A\",\"value\":1.5},"
                                + "{\"error\":3008,\"name\":\"B\"}]}",
                        TagExample.of(Dialect.NEURON_TAGS, "A")))
                .containsExactly(good("A", 1.5, TIME), bad("B", Cause.STALE, TIME));
    }

    /** The message of thingsboard-gateway issue 338, and one that is not good. */
    @Test
    void kepwareTakesTheTimeOfTheTag() throws BadPayload {
        TagExample tag = TagExample.of(Dialect.KEPWARE, "Channel1.Device1.Tag1");
        tag.qualityMap = QualityMap.BOOLEAN;
        assertThat(read(
                        "{\"timestamp\":1593698672213,\"values\":[{\"id\":\"Channel1.Device1.Tag1\",\"v\":1121,\"q\":true,"
                                + "\"t\":1593698671342},{\"id\":\"Channel1.Device1.Tag2\",\"v\":0,\"q\":false},"
                                + "{\"id\":\"C\",\"v\":2}]}",
                        tag))
                .containsExactly(
                        good("Channel1.Device1.Tag1", 1121, OptionalLong.of(1_593_698_671_342L)),
                        new Item(
                                "Channel1.Device1.Tag2",
                                0,
                                Quality.bad(Cause.UNKNOWN),
                                OptionalLong.of(1_593_698_672_213L),
                                false),
                        new Item(
                                "C",
                                2,
                                Quality.uncertain(Cause.CONFIG_ERROR),
                                OptionalLong.of(1_593_698_672_213L),
                                false));
    }

    @Test
    void winCcOneOrMany() throws BadPayload {
        TagExample tag = TagExample.of(Dialect.WINCC, "tag1");
        tag.qualityMap = QualityMap.PROFIBUS;
        tag.timeForm = TimeForm.ISO;
        String one = "{\"time\":\"2025-11-22T16:26:40.123\",\"name\":\"tag1\",\"value\":123,\"qualityCode\":%d}";
        assertThat(read(one.formatted(128), tag)).containsExactly(good("tag1", 123, TIME));
        assertThat(read("[" + one.formatted(192) + "," + one.formatted(76) + "]", tag))
                .containsExactly(
                        good("tag1", 123, TIME),
                        new Item("tag1", 123, Quality.uncertain(Cause.SUBSTITUTED), TIME, false));
    }

    @Test
    void pointersIntoAnyJson() throws BadPayload {
        TagExample first = TagExample.of(Dialect.POINTER, "/d/0/TI~1101~0x/v");
        first.qualityPointer = Optional.of("/d/0/TI~1101~0x/q");
        first.qualityMap = QualityMap.OPC_DA;
        first.timePointer = Optional.of("/ts");
        first.timeForm = TimeForm.EPOCH_S;
        TagExample second = TagExample.of(Dialect.POINTER, "/d/1");
        second.timePointer = Optional.of("/nowhere");
        TagExample third = TagExample.of(Dialect.POINTER, "/left/out");
        TagExample fourth = TagExample.of(Dialect.POINTER, "/d");
        assertThat(read(
                        "{\"x\":{\"d\":[9]},\"d\":[{\"TI/101~x\":{\"q\":68,\"v\":80.5}},7],\"ts\":1763800000.123}",
                        first,
                        second,
                        third,
                        fourth))
                .containsExactly(
                        new Item("/d/0/TI~1101~0x/v", 80.5, Quality.uncertain(Cause.LAST_USABLE), TIME, false),
                        good("/d/1", 7, OptionalLong.empty()),
                        bad("/d", Cause.SENSOR_FAILURE, OptionalLong.empty()));
    }

    /** Reliability case 9: what is no number is bad, and takes no other item with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1e400",
                "-1e400",
                "null",
                "true",
                "false",
                "\"80.1\"",
                "{\"a\":[1]}",
                "[80.1]"
            })
    void whatIsNoNumberIsABadSensor(String value) throws BadPayload {
        assertThat(read(
                        "{\"timestamp\":1763800000123,\"values\":{\"TI-702\":" + value + ",\"B\":2}}",
                        new TagExample()))
                .containsExactly(bad("TI-702", Cause.SENSOR_FAILURE, TIME), good("B", 2, TIME));
    }

    static Stream<Arguments> badMessages() {
        String good = "{\"timestamp\":1,\"values\":{\"a\":1}}";
        return Stream.of(
                Arguments.of("empty", "", 0, "空", "empty"),
                Arguments.of("blank", "  ", 0, "空", "empty"),
                Arguments.of("truncated", "{\"timestamp\":1,\"values\":{\"a\":1", 31, "中断", "still open"),
                Arguments.of("second object", good + good, good.length(), "多余", "more after the end"),
                Arguments.of("text at the end", good + " x", good.length() + 1, "不认识", "not understood"),
                Arguments.of("duplicate field", "{\"values\":{\"a\":1,\"a\":2}}", 19, "重复", "twice"),
                Arguments.of("duplicate part", "{\"values\":{},\"values\":{}}", 20, "重复", "twice"),
                Arguments.of("byte order mark", "\uFEFF" + good, 0, "BOM", "byte order mark"),
                Arguments.of("leading zero", "{\"values\":{\"a\":007}}", 15, "数字写法", "number"),
                Arguments.of("plus sign", "{\"values\":{\"a\":+1}}", 15, "", ""),
                Arguments.of("comment", "{/*x*/\"values\":{}}", 1, "注释", "comment"),
                Arguments.of("no values", "{\"timestamp\":1}", 14, "缺少字段 values", "values is missing"),
                Arguments.of("values is a list", "{\"values\":[1]}", 10, "对象", "must be an object"),
                Arguments.of("a list", "[1]", 0, "对象", "must be an object"),
                Arguments.of("a number", "5", 0, "对象", "must be an object"));
    }

    /** Reliability case 8: the whole message is refused, and says where. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("badMessages")
    void malformedMessagesAreRefused(String name, String message, int offset, String zh, String en) {
        BadPayload refusal = catchThrowableOfType(BadPayload.class, () -> read(message, new TagExample()));
        assertThat(refusal).isNotNull();
        assertThat(refusal.offset()).isBetween((long) offset - 1, (long) offset + 3);
        assertThat(refusal.in(Locale.SIMPLIFIED_CHINESE)).contains(zh);
        assertThat(refusal.in(Locale.ENGLISH)).contains(en).isEqualTo(refusal.getMessage());
    }

    @Test
    void bytesOfGbkAreRefusedWithTheirPlace() {
        byte[] gbk = "{\"desc\":\"塔顶温度\",\"values\":{\"a\":1}}".getBytes(Charset.forName("GBK"));
        BadPayload refusal = catchThrowableOfType(BadPayload.class, () -> read(gbk, new TagExample()));
        assertThat(refusal.offset()).isBetween(9L, 12L);
        assertThat(refusal.in(Locale.ENGLISH)).contains("GBK", "{\"desc\":");
        byte[] wide = "{\"values\":{}}".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> read(wide, new TagExample())).isInstanceOf(BadPayload.class);
    }

    /** Every truncation and every flipped byte is read or refused, never anything else. */
    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"NATIVE", "SPARKPLUG"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingElseEverComesOut(Dialect dialect) {
        byte[] whole = ("{\"timestamp\":1763800000123,\"values\":{\"TI-702\":1.5e0,\"b\":[\"\\u00e9\",null]},\"tags\":"
                        + "[{\"name\":\"TI-702\",\"value\":-2}],\"name\":\"TI-702\",\"value\":3,\"time\":\"塔\"}")
                .getBytes(StandardCharsets.UTF_8);
        TagExample tag = TagExample.of(dialect, "TI-702");
        tag.item = dialect == Dialect.POINTER ? "/values/TI-702" : "TI-702";
        PayloadReader reader = PayloadReaders.of(dialect, List.of(tag.build()));
        int refused = 0;
        for (int i = 0; i < whole.length * 3; i++) {
            byte[] damaged = i < whole.length ? Arrays.copyOf(whole, i) : whole.clone();
            if (i >= whole.length) {
                damaged[i % whole.length] ^= (byte) (i < 2 * whole.length ? 0x80 : 0x04);
            }
            try {
                reader.read("t", damaged)
                        .forEach(item -> assertThat(Double.isFinite(item.value())
                                        || !item.quality().good())
                                .isTrue());
            } catch (BadPayload e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length);
    }

    @ParameterizedTest
    @CsvSource({
        "EPOCH_MS,1763800000123",
        "EPOCH_MS,1763800000123.2",
        "EPOCH_S,1763800000.123",
        "ISO,\"2025-11-22T08:26:40.123Z\"",
        "ISO,\"2025-11-22T16:26:40.123+08:00\"",
        "ISO,\"2025-11-22T16:26:40.123+0800\"",
        "ISO,\"2025-11-22T16:26:40.123+08\"",
        "ISO,\"2025-11-22T16:26:40.123\"",
        "ISO,\"2025-11-22 16:26:40.123456\""
    })
    void timesInEveryForm(TimeForm form, String written) throws BadPayload {
        TagExample tag = new TagExample();
        tag.timeForm = form;
        Item item = read("{\"timestamp\":" + written + ",\"values\":{\"TI-702\":1}}", tag)
                .get(0);
        assertThat(item).isEqualTo(good("TI-702", 1, TIME));
    }

    @ParameterizedTest
    @CsvSource({
        "EPOCH_MS,\"1763800000123\"",
        "EPOCH_MS,-1",
        "EPOCH_MS,1e300",
        "EPOCH_MS,NaN",
        "EPOCH_S,null",
        "ISO,1763800000123",
        "ISO,\"22.11.2025 16:26\"",
        "ISO,\"2025-02-30T00:00:00Z\"",
        "ISO,\"\""
    })
    void aTimeThatCannotBeReadMakesItemsUncertain(TimeForm form, String written) throws BadPayload {
        TagExample tag = new TagExample();
        tag.timeForm = form;
        Item item = read("{\"timestamp\":" + written + ",\"values\":{\"TI-702\":1}}", tag)
                .get(0);
        assertThat(item).isEqualTo(new Item("TI-702", 1, Quality.uncertain(Cause.CLOCK), OptionalLong.empty(), false));
    }
}
