package org.openots.dcs.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.SignalRange;
import org.openots.dcs.historian.Historian;
import org.openots.dcs.historian.HistoryRow;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagExample;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.payload.Item;
import org.openots.dcs.value.Sample;

/** One method for every row of the reliability list that concerns the way from message to sample. */
class IntakeTest {
    private static final long START = 1_763_800_000_000L;
    private static final long MILLI = 1_000_000;

    private final List<Notice> notices = new ArrayList<>();
    private final List<String> historical = new ArrayList<>();
    private long millis;
    private TagStore store;
    private Intake intake;

    @BeforeEach
    void start() {
        use(new TagExample());
    }

    private void use(TagExample... tags) {
        List<MappedTag> mapped = Stream.of(tags).map(TagExample::build).toList();
        store = new TagStore(mapped, () -> millis * MILLI);
        intake = new Intake(
                new TagMap("ethanol-water-rig", 1, mapped),
                new Intake.Clocks(() -> Instant.ofEpochMilli(START + millis), () -> millis * MILLI),
                notices::add,
                List.of(store, (tag, sample, late) -> {
                    if (late) {
                        historical.add(tag + "=" + sample.value());
                    }
                }));
    }

    /** A message of TI-702 with a time relative to the start. */
    private void send(long sourceMillis, String value) {
        sendTo(
                "/neuron/rig",
                "{\"timestamp\":" + (START + sourceMillis) + ",\"values\":{\"TI-702\":" + value + "}}",
                false);
    }

    private void sendTo(String topic, String json, boolean retained) {
        intake.message(topic, json.getBytes(StandardCharsets.UTF_8), retained);
    }

    private Sample latest() {
        return store.latest("TI-702").orElseThrow();
    }

    private Quality quality() {
        return latest().quality();
    }

    @Test
    void aGoodValueIsConvertedAndHasItsTimes() {
        TagExample fahrenheit = new TagExample();
        fahrenheit.in = "degF";
        use(fahrenheit);
        assertThat(store.latest("TI-702")).isEmpty();
        millis = 40;
        send(0, "212");
        assertThat(latest().value()).isCloseTo(100, within(1e-9));
        assertThat(latest())
                .isEqualTo(new Sample(latest().value(), Quality.GOOD, OptionalLong.of(START), START + 40, 40 * MILLI));
        assertThat(intake.report().samples()).isEqualTo(1);
        assertThat(notices).isEmpty();
    }

    /** Case 6: what comes late is stored, and does not replace the live value. */
    @Test
    void outOfOrder() {
        for (int i = 0; i <= 10; i++) {
            millis = i * 1000L;
            send(millis, Integer.toString(20 + i));
        }
        millis = 10_100;
        send(9_500, "77");
        send(8_000, "78");
        assertThat(latest().value()).isEqualTo(30);
        assertThat(historical).containsExactly("TI-702=77.0", "TI-702=78.0");
        millis = 11_000;
        send(11_000, "31");
        assertThat(latest()).extracting(Sample::value, Sample::quality).containsExactly(31.0, Quality.GOOD);
        intake.items(
                "/neuron/rig",
                List.of(new Item("TI-702", 5, Quality.GOOD, OptionalLong.of(START + 99_000), true)),
                OptionalLong.empty());
        assertThat(latest().value()).isEqualTo(31);
        assertThat(historical).hasSize(3);
    }

    /** A gateway that sends what it held back: the values are stored, live is only what is fresh. */
    @Test
    void aBacklogIsNoLiveData() {
        for (int i = 0; i <= 10; i++) {
            millis = i * 1000L;
            send(millis, "20");
        }
        millis = 40_000;
        for (int i = 11; i <= 40; i++) {
            send(i * 1000L, Integer.toString(i));
            millis += 2;
        }
        assertThat(latest()).extracting(Sample::value, Sample::quality).containsExactly(40.0, Quality.GOOD);
        assertThat(historical).hasSize(25).first().isEqualTo("TI-702=11.0");
        assertThat(notices).isEmpty();
    }

    /** After a long silence too, what was held back is not live, and a clock that was set back is found. */
    @Test
    void silenceThenABacklogThenAClockThatWasSetBack() {
        send(0, "20");
        millis = 300_000;
        for (int i = 1; i <= 300; i++) {
            send(i * 1000L, Double.toString(20 + i % 7));
        }
        assertThat(quality()).isEqualTo(Quality.GOOD);
        assertThat(intake.report().late()).isEqualTo(294);
        for (int i = 0; i < 4; i++) {
            millis += 120_000;
            send(millis - 3_600_000, "30");
        }
        assertThat(latest().value()).isEqualTo(30);
        assertThat(quality()).isEqualTo(Quality.uncertain(Cause.CLOCK));
        assertThat(intake.report().late()).isEqualTo(295);
    }

    /** Case 7: the last usable value with its age, never a live one. */
    @Test
    void aRetainedValue() {
        sendTo("/neuron/rig", "{\"values\":{\"TI-702\":60}}", true);
        assertThat(store.latest("TI-702")).isEmpty();
        assertThat(notices).extracting(Notice::kind).containsExactly(TagNotice.RETAINED_WITHOUT_TIME);
        sendTo("/neuron/rig", "{\"timestamp\":" + (START - 3_600_000) + ",\"values\":{\"TI-702\":61}}", true);
        assertThat(latest().value()).isEqualTo(61);
        assertThat(quality()).isEqualTo(Quality.uncertain(Cause.LAST_USABLE));
        assertThat(latest().sourceTime()).hasValue(START - 3_600_000);
        assertThat(intake.report().neverSeen()).containsExactly("TI-702");
        millis = 1000;
        send(1000, "62");
        assertThat(quality()).isEqualTo(Quality.GOOD);
        sendTo("/neuron/rig", "{\"timestamp\":" + (START + 900) + ",\"values\":{\"TI-702\":63}}", true);
        assertThat(latest().value()).isEqualTo(62);
    }

    /** Case 8: one bad message is told and counted, the others go on. */
    @Test
    void aBadMessageStopsNothing() {
        for (int i = 0; i < 30; i++) {
            millis = i * 1000L;
            sendTo("/neuron/rig", "{\"values\":{\"TI-702\":1,}}", false);
            send(millis, "50");
        }
        assertThat(latest()).extracting(Sample::value, Sample::quality).containsExactly(50.0, Quality.GOOD);
        assertThat(intake.report().bad()).isEqualTo(30);
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).in(Locale.SIMPLIFIED_CHINESE)).contains("/neuron/rig", "字节", "{\"values\"");
        assertThat(notices.get(0).in(Locale.ENGLISH)).contains("at byte", "{\"values\"");
    }

    /** Case 9: a value that is no number is bad, and nothing is calculated with it. */
    @ParameterizedTest
    @CsvSource({"NaN", "null", "true", "1e400"})
    void noNumber(String value) {
        TagExample tag = new TagExample();
        tag.rate = OptionalDouble.of(1);
        use(tag);
        send(0, "50");
        millis = 1000;
        send(1000, value);
        assertThat(latest().value()).isNaN();
        assertThat(quality()).isEqualTo(Quality.bad(Cause.SENSOR_FAILURE));
        millis = 2000;
        send(2000, "50.5");
        assertThat(quality()).isEqualTo(Quality.GOOD);
    }

    /** Case 10 and the range: value, unit of the gateway as mapped, range, clamp, what comes out. */
    @ParameterizedTest
    @CsvSource({
        "80,degC,0 120,false,80,GOOD NONE,",
        "120,degC,0 120,false,120,GOOD NONE,",
        "125,degC,0 120,false,125,BAD OUT_OF_RANGE,",
        "-5,degC,0 120,false,-5,BAD OUT_OF_RANGE,",
        "125,degC,0 120,true,120,UNCERTAIN CLAMPED,",
        "-5,degC,0 120,true,0,UNCERTAIN CLAMPED,",
        "173,degC,0 120,false,173,BAD UNIT_ERROR,degF",
        "173,degC,0 120,true,173,BAD UNIT_ERROR,degF",
        "351,degC,0 120,false,351,BAD UNIT_ERROR,K",
        "150,%,0 100,false,150,BAD OUT_OF_RANGE,",
        "2000,degC,0 120,false,2000,BAD OUT_OF_RANGE,",
        "0.1013,kPa,60 200,false,0.1013,BAD UNIT_ERROR,MPa",
        "101325,kPa,60 200,false,101325,BAD UNIT_ERROR,Pa",
    })
    void outsideTheRange(
            String value, String unit, String range, boolean clamp, double seen, String quality, String hint) {
        TagExample tag = new TagExample();
        tag.in = unit;
        tag.out = unit;
        String[] ends = range.split(" ", -1);
        tag.range = new SignalRange(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
        tag.clamp = clamp;
        use(tag);
        send(0, value);
        assertThat(latest().value()).isEqualTo(seen);
        assertThat(quality().level() + " " + quality().cause()).isEqualTo(quality);
        assertThat(intake.report().unitHints()).isEqualTo(hint == null ? Map.of() : Map.of("TI-702", hint));
        assertThat(notices).hasSize(hint == null ? 0 : 1);
        if (hint != null) {
            assertThat(notices.get(0).in(Locale.ENGLISH)).contains("TI-702 is " + value, hint, "unit.in");
            assertThat(notices.get(0).in(Locale.SIMPLIFIED_CHINESE)).contains("位号 TI-702", hint);
        }
    }

    @Test
    void aJumpIsUncertainUntilTheValueIsBack() {
        TagExample tag = new TagExample();
        tag.rate = OptionalDouble.of(2);
        use(tag);
        String[] values = {"50", "51", "80", "52", "53.9"};
        List<Cause> causes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            millis = i * 1000L;
            send(millis, values[i]);
            causes.add(quality().cause());
        }
        assertThat(causes).containsExactly(Cause.NONE, Cause.NONE, Cause.SPIKE, Cause.NONE, Cause.NONE);
    }

    /** Case 11: missing, renamed, of another type, too many. */
    @Test
    void namesThatDoNotFit() {
        use(
                new TagExample(),
                TagExample.of(Dialect.NEURON_VALUES, "TI-703"),
                TagExample.of(Dialect.NEURON_VALUES, "TI-704"));
        sendTo(
                "/neuron/rig",
                "{\"timestamp\":" + START + ",\"values\":{\"TI-702\":50,\"TI_703\":1,\"TI-704\":\"51\",\"X\":true}}",
                false);
        assertThat(quality()).isEqualTo(Quality.GOOD);
        assertThat(store.latest("TI-704").orElseThrow().quality()).isEqualTo(Quality.bad(Cause.SENSOR_FAILURE));
        assertThat(intake.report().neverSeen()).containsExactly("TI-703");
        assertThat(intake.report().unmapped())
                .containsExactly(
                        new IntakeReport.Seen("/neuron/rig", "TI_703"), new IntakeReport.Seen("/neuron/rig", "X"));
        assertThat(store.all()).containsOnlyKeys("TI-702", "TI-704");
    }

    /** Case 12: other topics are dropped before they are read, and memory is bounded. */
    @Test
    void aFloodOfOtherTopics() {
        for (int i = 0; i < 10_000; i++) {
            sendTo("other/" + i, "this is not JSON", false);
        }
        IntakeReport report = intake.report();
        assertThat(report.unknownTopics()).isEqualTo(10_000);
        assertThat(report.bad()).isZero();
        assertThat(report.unmapped()).hasSize(5_000);
        assertThat(report.unmappedMore()).isEqualTo(5_000);
        TagExample wild = new TagExample();
        wild.topic = "/neuron/+";
        use(wild);
        for (int i = 0; i < 10_000; i++) {
            sendTo("/neuron/" + i, "{\"values\":{\"x" + i + "\":1}}", false);
        }
        assertThat(intake.report().unmapped()).hasSize(5_000);
        sendTo("/neuron/9999", "{\"values\":{\"TI-702\":1}}", false);
        assertThat(quality()).isEqualTo(Quality.GOOD);
    }

    /** Case 14: a screen that stands still for five minutes then sees the newest value, and the history has them all. */
    @Test
    void aScreenThatStandsStillSeesTheNewestAndTheHistoryHasAll(@TempDir Path folder) {
        MappedTag tag = new TagExample().build();
        store = new TagStore(List.of(tag), () -> millis * MILLI);
        Intake.Clocks clocks = new Intake.Clocks(() -> Instant.ofEpochMilli(START + millis), () -> millis * MILLI);
        try (Historian history = new Historian(
                folder, new Historian.Settings(1_000, 3_600_000, 1_000_000_000L), clocks.wall(), Runnable::run)) {
            intake = new Intake(
                    new TagMap("ethanol-water-rig", 1, List.of(tag)),
                    clocks,
                    notices::add,
                    List.of(
                            store,
                            (name, sample, late) -> history.append(
                                    name,
                                    HistoryRow.of(
                                            sample.sourceTime().orElseThrow(), sample.value(), sample.quality()))));
            for (int i = 0; i < 3_000; i++) {
                millis = i * 100L;
                send(millis, "50." + i);
            }
            assertThat(latest().value()).isCloseTo(50.2999, within(1e-9));
            assertThat(quality()).isEqualTo(Quality.GOOD);
            history.sync();
            assertThat(history.rows("TI-702", START, START + 300_000)).hasSize(3_000);
        }
    }

    /** Case 15: the clock of the gateway jumps. By how much, notice, by how much the values before it were off. */
    @ParameterizedTest
    @CsvSource({"3600000", "-3600000", "-5000", "90000000"})
    void theClockOfTheGatewayJumps(long jump) {
        int shown = 0;
        for (int i = 0; i <= 200; i++) {
            millis = i * 1000L;
            long clock = millis + (i >= 100 ? jump : 0);
            send(clock, Integer.toString(20 + i % 50));
            Sample sample = latest();
            assertThat(sample.sourceTime().orElseThrow()).isLessThanOrEqualTo(START + millis);
            if (i == 99) {
                assertThat(sample.quality()).isEqualTo(Quality.GOOD);
            }
            if (i > 101 && i < 160) {
                assertThat(sample.quality()).isEqualTo(Quality.uncertain(Cause.CLOCK));
                assertThat(sample.value()).isEqualTo(20 + i % 50);
                // learned: shown where it belongs
                assertThat(sample.sourceTime().orElseThrow()).isBetween(START + millis - 1, START + millis);
                shown++;
            }
        }
        assertThat(shown).isEqualTo(58);
        assertThat(notices).extracting(Notice::kind).contains(TagNotice.CLOCK_STEP);
        assertThat(quality().good()).isEqualTo(Math.abs(jump) < 30_000);
        assertThat(intake.report().clockOffsets()).containsEntry("/neuron/rig", -jump);
        assertThat(intake.report().late()).isEqualTo(jump < 0 ? 1 : 0);
    }

    /** Case 15: local time without zone, read as UTC. */
    @Test
    void theZoneIsMissing() {
        TagExample tag = TagExample.of(Dialect.WINCC, "TI-702");
        tag.timeForm = MappedTag.TimeForm.ISO;
        tag.zone = ZoneId.of("UTC");
        use(tag);
        millis = 250;
        sendTo("/neuron/rig", "{\"time\":\"2025-11-22T16:26:40\",\"name\":\"TI-702\",\"value\":70}", false);
        assertThat(latest().value()).isEqualTo(70);
        assertThat(quality()).isEqualTo(Quality.uncertain(Cause.CLOCK));
        assertThat(latest().sourceTime()).hasValue(START + 250);
        assertThat(notices.get(0).in(Locale.ENGLISH)).contains("-8 hours", "time.zone");
        assertThat(notices.get(0).in(Locale.SIMPLIFIED_CHINESE)).contains("-8 小时", "time.zone");
    }

    @Test
    void aSmallOffsetIsToldAndCorrectedButNotHeldAgainstTheValue() {
        for (int i = 0; i < 70; i++) {
            millis = i * 1000L;
            send(millis - 5_000, "50." + i);
        }
        assertThat(quality()).isEqualTo(Quality.GOOD);
        assertThat(latest().sourceTime()).hasValue(START + millis);
        assertThat(notices).extracting(Notice::kind).containsExactly(TagNotice.CLOCK_OFF, TagNotice.CLOCK_OFF);
    }

    /** Case 23: the same message for ever is stale, the same value with new times is frozen. */
    @Test
    void aFrozenGateway() {
        TagExample tag = new TagExample();
        tag.frozen = 10;
        use(tag);
        for (int i = 0; i <= 5; i++) {
            millis = i * 1000L;
            send(0, "50");
        }
        assertThat(quality()).isEqualTo(Quality.GOOD);
        millis = 5_001;
        send(0, "50");
        assertThat(quality()).isEqualTo(Quality.bad(Cause.STALE));
        assertThat(latest().value()).isEqualTo(50);
        assertThat(store.ageSeconds(latest())).isEqualTo(5.001);
        assertThat(intake.report().repeated()).isEqualTo(6);
        for (int i = 6; i <= 14; i++) {
            assertThat(quality()).isNotEqualTo(Quality.uncertain(Cause.FROZEN));
            millis = i * 1000L;
            send(millis, "50");
        }
        assertThat(quality()).isEqualTo(Quality.uncertain(Cause.FROZEN));
        millis = 15_000;
        send(millis, "50.1");
        assertThat(quality()).isEqualTo(Quality.GOOD);
    }

    /** Stale goes by the monotonic clock: the wall clock of this machine may do what it likes. */
    @Test
    void staleAndBackAgain() {
        send(0, "50");
        millis = 5_000;
        assertThat(quality()).isEqualTo(Quality.GOOD);
        millis = 5_001;
        assertThat(quality()).isEqualTo(Quality.bad(Cause.STALE));
        assertThat(store.all()).extractingByKey("TI-702").isEqualTo(latest());
        send(5_001, "51");
        assertThat(quality()).isEqualTo(Quality.GOOD);
        assertThat(store.latest("none")).isEmpty();
    }

    /** What was held back for a while is live only for the rest of its time. */
    @Test
    void whatCameLateIsStaleByItsOwnAge() {
        for (int i = 0; i <= 10; i++) {
            millis = i * 1000L;
            send(millis, Integer.toString(50 + i % 2));
        }
        millis = 14_000;
        send(11_000, "52");
        assertThat(latest()).extracting(Sample::value, Sample::quality).containsExactly(52.0, Quality.GOOD);
        assertThat(store.ageSeconds(latest())).isEqualTo(3);
        millis = 16_001;
        assertThat(quality()).isEqualTo(Quality.bad(Cause.STALE));
        sendTo("/neuron/rig", "{\"values\":{\"TI-702\":53}}", false);
        assertThat(store.ageSeconds(latest()))
                .as("nobody knows how long it took")
                .isZero();
    }

    /** Kepware repeats the time of the last change; a value that did not change is still live. */
    @Test
    void aValueThatDidNotChangeIsLive() {
        TagExample first = TagExample.of(Dialect.KEPWARE, "TI-702");
        TagExample second = TagExample.of(Dialect.KEPWARE, "TI-703");
        use(first, second);
        for (int i = 0; i < 60; i++) {
            millis = i * 1000L;
            String moving = "{\"id\":\"TI-702\",\"v\":" + (i < 20 ? i : 20) + ",\"t\":"
                    + (START + (i < 20 ? millis : 20_000)) + "}";
            String still = "{\"id\":\"TI-703\",\"v\":7,\"t\":" + START + "}";
            sendTo(
                    "/neuron/rig",
                    "{\"timestamp\":" + (START + millis) + ",\"values\":[" + moving + "," + still + "]}",
                    false);
        }
        assertThat(quality()).isEqualTo(Quality.GOOD);
        assertThat(store.latest("TI-703").orElseThrow().quality()).isEqualTo(Quality.GOOD);
        assertThat(intake.report().late()).isZero();
        assertThat(notices).isEmpty();
    }
}
