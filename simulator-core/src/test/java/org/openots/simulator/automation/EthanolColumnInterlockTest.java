package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.interlock.InterlockTripped;
import org.openots.simulator.interlock.ProofTested;

/** The cause-and-effect matrix of the ethanol-water column, row by row, on instruments that see a process standing still. */
class EthanolColumnInterlockTest {
    private static final double ATMOSPHERE = 101_325;
    private static final double KELVIN = 273.15;
    private static final List<String> ALL = List.of(
            "XV105", "FV105", "TV101", "XV101", "FV101", "LV101", "LV102", "P-101A", "P-102A", "P-104A", "PV101B");
    private static final String STEAM = "XV105 FV105";
    private static final String EMERGENCY = STEAM + " TV101 XV101 FV101 LV101 LV102 P-101A";

    private static final Map<String, Double> NORMAL = Map.ofEntries(
            Map.entry("feed.m", 6_000 / 3600.0),
            Map.entry("bottoms.m", 4_720 / 3600.0),
            Map.entry("distillate.m", 1_275 / 3600.0),
            Map.entry("reflux.m", 3_900 / 3600.0),
            Map.entry("E-103.m", 2_440 / 3600.0),
            Map.entry("cw.condenser.V", 132 / 3600.0),
            Map.entry("tray-1.P", ATMOSPHERE + 10_000),
            Map.entry("steam.P", ATMOSPHERE + 350_000),
            Map.entry("cw.P", ATMOSPHERE + 350_000),
            Map.entry("ambient.P", ATMOSPHERE),
            Map.entry("column.dP", 14_250.0),
            Map.entry("tray-28.T", KELVIN + 96),
            Map.entry("tray-25.T", KELVIN + 88),
            Map.entry("tray-1.T", KELVIN + 80.5),
            Map.entry("sump.T", KELVIN + 105.7),
            Map.entry("preheater.T", KELVIN + 85),
            Map.entry("feed-tank.T", KELVIN + 25),
            Map.entry("drum.T", KELVIN + 64),
            Map.entry("sump.level", 0.5),
            Map.entry("drum.level", 0.5),
            Map.entry("feed-tank.level", 0.5));

    private static final List<String> PROVED = List.of("IC-01", "IC-02", "IC-03", "IC-04", "IC-05", "IC-06");

    private static final InterlockTally TALLY = new InterlockTally(
            "ethanol-water-column",
            2 * causes().count() + 2 * recommended().count() + disarmed().count() + PROVED.size() + 3);

    private final InterlockBench bench = new InterlockBench("ethanol-water-column", NORMAL, running());

    private static Map<String, Double> running() {
        Map<String, Double> presets = new LinkedHashMap<>();
        List.of("P-101A", "P-102A", "P-104A", "P-201A").forEach(pump -> presets.put(pump, 1.0));
        for (String valves : List.of("HV101", "HV103", "HV109")) {
            List.of("A", "B").forEach(letter -> presets.put(valves + letter, 100.0));
        }
        List.of("XV101", "XV105").forEach(valve -> presets.put(valve, 100.0));
        for (String loop : List.of("FIC101", "TIC101", "FIC104", "FIC105", "LIC101", "LIC102", "PIC101")) {
            presets.put(loop + ".OP", 50.0);
        }
        return presets;
    }

    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of("IC-01", "PAHH101", "tray-1.P", ATMOSPHERE + 25_000, 2.0, STEAM + " PV101B"),
                Arguments.of("IC-02", "LAHH101", "sump.level", 0.95, 10.0, "FV101 P-101A"),
                Arguments.of("IC-03", "LALL101", "sump.level", 0.05, 3.0, STEAM + " P-104A"),
                Arguments.of("IC-04", "TAHH102", "tray-28.T", KELVIN + 111, 5.0, STEAM),
                Arguments.of("IC-05", "LAHH102", "drum.level", 0.95, 10.0, STEAM),
                Arguments.of("IC-06", "LALL102", "drum.level", 0.05, 3.0, "LV102 P-102A"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void rowTripsAfterItsDelayWithItsEffectsAndNoOthers(
            String id, String tag, String variable, double value, double delay, String effects) {
        TALLY.begin();
        bench.run(5);
        assertThat(bench.value("TRIPS")).isZero();
        bench.set(variable, value);
        double beyond = bench.secondsUntil(id + ".CAUSE");
        double tripped = bench.secondsUntil(id + ".TRIP");
        assertThat(tripped).isBetween(delay - 1e-6, delay + 2 * InterlockBench.TICK);
        assertThat(beyond).as("s until the instrument sees it").isLessThan(60);
        assertThat(bench.value(tag)).as(tag).isEqualTo(1);
        assertThat(bench.value(id + ".FIRST")).isEqualTo(1);
        bench.run(15);
        List<String> wanted = Arrays.asList(effects.split(" ", -1));
        ALL.forEach(element -> assertThat(safe(element)).as(id + " " + element).isEqualTo(wanted.contains(element)));
        assertThat(bench.eventsOf(InterlockTripped.class))
                .as("one row, one trip")
                .hasSize(1);
        TALLY.show(InterlockTally.Kind.TRIPS, id);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void disturbanceShorterThanTheDelayDoesNotTrip(
            String id, String tag, String variable, double value, double delay, String effects) {
        TALLY.begin();
        bench.run(5);
        bench.set(variable, value);
        bench.secondsUntil(id + ".CAUSE");
        bench.run(delay / 2);
        bench.set(variable, NORMAL.getOrDefault(variable, Double.NaN));
        bench.run(120);
        assertThat(bench.value(tag)).isZero();
        assertThat(bench.value("TRIPS")).isZero();
        assertThat(bench.value(id + ".DEMANDS")).isZero();
        TALLY.show(InterlockTally.Kind.BRIEF, id);
    }

    @Test
    void emergencyStopShutsFeedSteamAndProductsAndIsResetByHand() {
        TALLY.begin();
        bench.order("ESD-101", "press", 0);
        bench.run(30);
        assertThat(bench.value("HS101")).isEqualTo(1);
        List<String> wanted = Arrays.asList(EMERGENCY.split(" ", -1));
        ALL.forEach(element -> assertThat(safe(element)).as(element).isEqualTo(wanted.contains(element)));
        assertThat(bench.value("IC-07.FIRST")).isEqualTo(1);
        TALLY.show(InterlockTally.Kind.TRIPS, "IC-07");
        bench.order("ESD-101", "reset", 0);
        bench.run(1);
        assertThat(bench.value("TRIPS")).as("latched").isEqualTo(1);
        bench.order("TRIPS", "reset", 0);
        bench.run(1);
        assertThat(bench.value("TRIPS")).isZero();
        assertThat(safe("XV101")).as("a shut-off valve waits for its order").isTrue();
        bench.order("XV101", "position", 100);
        bench.run(10);
        assertThat(safe("XV101")).isFalse();
    }

    static Stream<Arguments> recommended() {
        return Stream.of(
                Arguments.of("IC-08", "FALL104", "reflux.m", 30.0, STEAM),
                Arguments.of("IC-09", "FALL106", "cw.condenser.V", 10.0, STEAM));
    }

    @ParameterizedTest
    @MethodSource("recommended")
    void recommendedRowTripsOnlyOnceItIsPutInService(
            String id, String tag, String variable, double delay, String effects) {
        TALLY.begin();
        assertThat(bench.value(id + ".BYPASS")).isEqualTo(1);
        bench.set(variable, 0);
        bench.run(120);
        assertThat(bench.value(id + ".CAUSE")).isEqualTo(1);
        assertThat(bench.value("TRIPS")).isZero();
        assertThat(bench.value(id + ".DEMANDS")).as("counted all the same").isEqualTo(1);
        bench.set(variable, NORMAL.getOrDefault(variable, Double.NaN));
        bench.run(30);
        bench.order(id, "bypass", 0);
        bench.run(30);
        assertThat(bench.value("TRIPS")).isZero();
        bench.set(variable, 0);
        bench.secondsUntil(id + ".CAUSE");
        assertThat(bench.secondsUntil(tag)).isCloseTo(delay, within(2 * InterlockBench.TICK));
        bench.run(15);
        List<String> wanted = Arrays.asList(effects.split(" ", -1));
        ALL.forEach(element -> assertThat(safe(element)).as(element).isEqualTo(wanted.contains(element)));
        assertThat(bench.value(id + ".FIRST")).isEqualTo(1);
        TALLY.show(InterlockTally.Kind.TRIPS, id);
    }

    @ParameterizedTest
    @MethodSource("recommended")
    void recommendedRowInServiceLetsAShortDisturbancePass(
            String id, String tag, String variable, double delay, String effects) {
        TALLY.begin();
        bench.order(id, "bypass", 0);
        bench.run(5);
        bench.set(variable, 0);
        bench.secondsUntil(id + ".CAUSE");
        bench.run(delay / 2);
        bench.set(variable, NORMAL.getOrDefault(variable, Double.NaN));
        bench.run(120);
        assertThat(bench.value(id + ".CAUSE")).as("is gone").isZero();
        assertThat(bench.value("TRIPS")).isZero();
        TALLY.show(InterlockTally.Kind.BRIEF, id);
    }

    @Test
    void feedPumpStartedAgainInTimeDoesNotShutTheFeed() {
        TALLY.begin();
        bench.order("IC-10", "bypass", 0);
        bench.run(5);
        bench.order("P-101A", "stop", 0);
        bench.secondsUntil("IC-10.CAUSE");
        bench.run(2.5);
        bench.order("P-101A", "start", 0);
        bench.run(60);
        assertThat(bench.value("IC-10.CAUSE")).as("is gone").isZero();
        assertThat(bench.value("TRIPS")).isZero();
        TALLY.show(InterlockTally.Kind.BRIEF, "IC-10");
    }

    @Test
    void recommendedShutOffOfTheFeedFollowsItsPumpsOnlyOnceInService() {
        TALLY.begin();
        bench.order("P-101A", "stop", 0);
        bench.run(60);
        assertThat(safe("XV101")).isFalse();
        bench.order("P-101A", "start", 0);
        bench.run(10);
        bench.order("IC-10", "bypass", 0);
        bench.order("P-101A", "stop", 0);
        assertThat(bench.secondsUntil("XS101")).isBetween(5.0, 9.0);
        bench.run(15);
        assertThat(safe("XV101")).isTrue();
        assertThat(safe("FV101")).isTrue();
        assertThat(bench.value("IC-10.FIRST")).isEqualTo(1);
        TALLY.show(InterlockTally.Kind.TRIPS, "IC-10");
    }

    static Stream<String> proved() {
        return PROVED.stream();
    }

    @ParameterizedTest
    @MethodSource("proved")
    void proofTestPassesAndTripsNothing(String id) {
        TALLY.begin();
        bench.run(5);
        bench.order(id, "proofTest", 1);
        bench.run(15);
        assertThat(bench.eventsOf(ProofTested.class)).singleElement().satisfies(test -> {
            assertThat(test.id()).isEqualTo(id);
            assertThat(test.passed()).isTrue();
        });
        assertThat(bench.value("TRIPS")).isZero();
        assertThat(safe("XV105")).isFalse();
        assertThat(safe("FV101")).isFalse();
        TALLY.show(InterlockTally.Kind.PROOF, id);
    }

    @Test
    void proofTestFailsWithoutItsTransmitter() {
        bench.order("IC-01", "bypass", 1);
        bench.impair("PIC101", "bad", 1);
        bench.run(5);
        bench.order("IC-01", "proofTest", 1);
        bench.run(15);
        assertThat(bench.eventsOf(ProofTested.class))
                .singleElement()
                .satisfies(test -> assertThat(test.passed()).isFalse());
    }

    @Test
    void firstOutNamesWhatBeganAPressureRise() {
        bench.run(20);
        bench.set("cw.condenser.V", 0);
        bench.run(20);
        bench.set("tray-1.P", ATMOSPHERE + 25_000);
        bench.run(20);
        assertThat(bench.value("IC-01.TRIP")).isEqualTo(1);
        Validation.claim(Topic.INTERLOCKS, "ethanol-water-column.first-out-group")
                .says(
                        "ethanol-water-column：断冷却水致超压，首出组 FO-101 所指的序号（FI106.L 为 1）",
                        "ethanol-water-column: cooling water lost, then pressure: number named by the first-out group FO-101"
                                + " (FI106.L is 1)")
                .unit("1")
                .source("装置包 interlocks.json", "interlocks.json of the plant pack")
                .within(1, 0, bench.value("FO-101"));
    }

    static Stream<Arguments> disarmed() {
        return Stream.of(
                Arguments.of("IC-03", "sump.level", 0.0),
                Arguments.of("IC-06", "drum.level", 0.0),
                Arguments.of("IC-08", "reflux.m", 0.0),
                Arguments.of("IC-09", "cw.condenser.V", 0.0),
                Arguments.of("IC-10", "feed.m", 0.0));
    }

    @ParameterizedTest
    @MethodSource("disarmed")
    void rowDoesNotTripInTheColdPlant(String id, String variable, double value) {
        TALLY.begin();
        InterlockBench cold = new InterlockBench("ethanol-water-column", NORMAL, Map.of());
        if (cold.value(id + ".BYPASS") > 0.5) {
            cold.order(id, "bypass", 0);
        }
        cold.set(variable, value);
        cold.run(120);
        assertThat(cold.value(id + ".ARMED")).isZero();
        assertThat(cold.value("TRIPS")).isZero();
        TALLY.show(InterlockTally.Kind.DISARMED, id);
    }

    /** Says it only of a whole matrix: a few rows that somebody selects prove nothing of the others. */
    @AfterAll
    static void stateWhatWasShown() {
        if (TALLY.complete()) {
            TALLY.stateTrips(id -> Validation.claim(Topic.INTERLOCKS, id));
            TALLY.stateOnlyThen(id -> Validation.claim(Topic.INTERLOCKS, id));
            TALLY.stateProof(id -> Validation.claim(Topic.INTERLOCKS, id));
        }
    }

    private boolean safe(String element) {
        return bench.value(element) == (element.equals("PV101B") ? 100 : 0);
    }
}
