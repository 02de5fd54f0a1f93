package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The cause-and-effect matrix of the debutanizer, row by row, on instruments that see a process standing still. */
class DebutanizerInterlockTest {
    private static final double TICK = InterlockBench.TICK;
    private static final double ATMOSPHERE = 101_325;
    private static final String[] ALL = {"TV101", "XV-13", "FV101", "FV102", "FV103", "GA-412A", "PV101"};
    private static final String STEAM = "TV101 XV-13";
    private static final String EVERYTHING = STEAM + " FV101 FV102 FV103 GA-412A PV101";

    private static final Map<String, Double> NORMAL = Map.ofEntries(
            Map.entry("feed.m", 14_056 / 3600.0),
            Map.entry("bottoms.m", 7_331 / 3600.0),
            Map.entry("distillate.m", 6_728 / 3600.0),
            Map.entry("reflux.m", 9_664 / 3600.0),
            Map.entry("steam.flow", 2_355 / 3600.0),
            Map.entry("tray-1.P", 5.25 * ATMOSPHERE),
            Map.entry("drum.P", 5.24 * ATMOSPHERE),
            Map.entry("GA-412.P", 10 * ATMOSPHERE),
            Map.entry("steam.P", ATMOSPHERE + 350_000),
            Map.entry("cw.P", ATMOSPHERE + 300_000),
            Map.entry("ambient.P", ATMOSPHERE),
            Map.entry("column.dP", 28_500.0),
            Map.entry("tray-22.T", 362.45),
            Map.entry("sump.T", 382.55),
            Map.entry("feed.T", 340.95),
            Map.entry("drum.T", 314.45),
            Map.entry("tray-1.T", 319.65),
            Map.entry("cw.T", 301.15),
            Map.entry("sump.level", 0.5),
            Map.entry("drum.level", 0.5),
            Map.entry("EA-418.level", 0.5),
            Map.entry("distillate.C5", 0.007),
            Map.entry("bottoms.C4", 0.0006));

    private static final InterlockTally TALLY = new InterlockTally(
            "debutanizer", causes().count() + delayed().count() + disarmed().count() + 4);

    private final InterlockBench bench = new InterlockBench("debutanizer", NORMAL, running());

    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of("IB-01", "tray-1.P", 7.5 * ATMOSPHERE, 2.0, STEAM + " FV101 PV101"),
                Arguments.of("IB-02", "sump.level", 0.05, 0.0, STEAM + " FV102"),
                Arguments.of("IB-03", "sump.level", 0.95, 10.0, "FV101"),
                Arguments.of("IB-04", "drum.level", 0.05, 3.0, "GA-412A FV103"),
                Arguments.of("IB-05", "drum.level", 0.95, 10.0, STEAM + " FV101"),
                Arguments.of("IB-06", "sump.T", 273.15 + 127, 0.0, STEAM),
                Arguments.of("IB-08", "cw.P", ATMOSPHERE, 5.0, STEAM + " FV101"),
                Arguments.of("IB-09", "gas.A gas.B", 0.6, 0.0, EVERYTHING));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void rowTripsAfterItsDelayWithItsEffectsAndNoOthers(
            String id, String variables, double value, double delay, String effects) {
        TALLY.begin();
        bench.run(5);
        assertThat(bench.value("TRIPS")).isZero();
        for (String variable : variables.split(" ", -1)) {
            bench.set(variable, value);
        }
        double beyond = bench.secondsUntil(id + ".CAUSE");
        double tripped = beyond + bench.secondsUntil(id + ".TRIP");
        assertThat(tripped - beyond).isBetween(delay - 1e-6, delay + 2 * TICK);
        assertThat(bench.value(id + ".FIRST")).isEqualTo(1);
        bench.run(15);
        List<String> wanted = Arrays.asList(effects.split(" ", -1));
        for (String element : ALL) {
            if (element.equals("PV101") && id.equals("IB-09")) {
                assertThat(bench.value(element)).as("opens slowly").isBetween(5.0, 20.0);
            } else {
                assertThat(safe(element)).as(id + " " + element).isEqualTo(wanted.contains(element));
            }
        }
        TALLY.show(InterlockTally.Kind.TRIPS, id);
    }

    @Test
    void pressureNeedsTwoOfThreeTransmitters() {
        bench.impair("PT102A", "failTo", 7);
        bench.run(30);
        assertThat(bench.value("IB-01.CAUSE")).isZero();
        bench.impair("PT102C", "failTo", 7);
        bench.run(1.5);
        assertThat(bench.value("IB-01.CAUSE")).isEqualTo(1);
        assertThat(bench.value("IB-01.TRIP")).isZero();
        bench.run(1);
        assertThat(bench.value("IB-01.TRIP")).isEqualTo(1);
    }

    @Test
    void oneGasDetectorIsNotEnough() {
        bench.set("gas.A", 0.9);
        bench.run(120);
        assertThat(bench.value("AT113A")).isGreaterThan(80);
        assertThat(bench.value("IB-09.TRIP")).isZero();
    }

    @Test
    void emergencyStopTripsEverything() {
        TALLY.begin();
        bench.order("ESD-101", "press", 0);
        bench.run(120);
        for (String element : ALL) {
            assertThat(safe(element)).as(element).isTrue();
        }
        assertThat(bench.value("IB-09.FIRST")).isEqualTo(1);
        TALLY.show(InterlockTally.Kind.TRIPS, "IB-09");
        bench.order("ESD-101", "reset", 0);
        bench.run(1);
        bench.order("TRIPS", "reset", 0);
        bench.run(1);
        assertThat(bench.value("TRIPS")).isZero();
    }

    @Test
    void bothRefluxPumpsStoppedForAMinuteTrip() {
        TALLY.begin();
        bench.order("GA-412A", "stop", 0);
        bench.run(59);
        assertThat(bench.value("IB-07.TRIP")).isZero();
        bench.run(2);
        assertThat(bench.value("IB-07.TRIP")).isEqualTo(1);
        bench.run(15);
        for (String element : List.of("TV101", "XV-13", "FV101", "FV103")) {
            assertThat(safe(element)).as(element).isTrue();
        }
        assertThat(safe("FV102")).isFalse();
        assertThat(bench.value("IB-07.FIRST")).isEqualTo(1);
        TALLY.show(InterlockTally.Kind.TRIPS, "IB-07");
    }

    @Test
    void refluxPumpStartedAgainInTimeDoesNotTrip() {
        TALLY.begin();
        bench.order("GA-412A", "stop", 0);
        bench.run(30);
        assertThat(bench.value("IB-07.CAUSE")).isEqualTo(1);
        bench.order("GA-412A", "start", 0);
        bench.run(60);
        assertThat(bench.value("TRIPS")).isZero();
        TALLY.show(InterlockTally.Kind.BRIEF, "IB-07");
    }

    @Test
    void lossOfInstrumentAirTripsAtItsLimitAndValvesGoToTheirFailPositions() {
        TALLY.begin();
        bench.impair("AIR.MAIN", "failure", 1);
        double seconds = bench.secondsUntil("IB-10.TRIP");
        // 0.55 MPa falls to 0.30 by exp(-t/60 s)
        assertThat(seconds).isBetween(35.0, 39.0);
        bench.run(15);
        for (String element : List.of("TV101", "FV101", "FV102", "FV103")) {
            assertThat(bench.value(element)).as(element).isZero();
        }
        for (String element : List.of("FV104", "PV102A", "PV101")) {
            assertThat(bench.value(element)).as(element).isEqualTo(100);
        }
        assertThat(bench.eventsOf(InterlockTripped.class))
                .as("one row, one trip")
                .hasSize(1);
        TALLY.show(InterlockTally.Kind.TRIPS, "IB-10");
    }

    static Stream<Arguments> disarmed() {
        return Stream.of(
                Arguments.of("IB-02", "sump.level", 0.0),
                Arguments.of("IB-04", "drum.level", 0.0),
                Arguments.of("IB-07", "sump.level", 0.2));
    }

    @ParameterizedTest
    @MethodSource("disarmed")
    void rowDoesNotTripInTheColdPlant(String id, String variable, double value) {
        TALLY.begin();
        InterlockBench cold = new InterlockBench("debutanizer", NORMAL, Map.of());
        cold.set("drum.level", 0);
        cold.set(variable, value);
        cold.run(120);
        assertThat(cold.value(id + ".ARMED")).isZero();
        assertThat(cold.value("TRIPS")).isZero();
        TALLY.show(InterlockTally.Kind.DISARMED, id);
    }

    static Stream<Arguments> delayed() {
        return causes().filter(row -> (double) row.get()[3] > 0);
    }

    @ParameterizedTest
    @MethodSource("delayed")
    void disturbanceShorterThanTheDelayDoesNotTrip(
            String id, String variable, double value, double delay, String effects) {
        TALLY.begin();
        bench.run(5);
        bench.set(variable, value);
        bench.secondsUntil(id + ".CAUSE");
        bench.set(variable, NORMAL.getOrDefault(variable, Double.NaN));
        bench.run(120);
        assertThat(bench.value(id + ".CAUSE")).as("is gone").isZero();
        assertThat(bench.value("TRIPS")).isZero();
        TALLY.show(InterlockTally.Kind.BRIEF, id);
    }

    /** Says it only of a whole matrix: a few rows that somebody selects prove nothing of the others. */
    @AfterAll
    static void stateWhatWasShown() {
        if (TALLY.complete()) {
            TALLY.stateTrips(id -> Validation.claim(Topic.INTERLOCKS, id));
            TALLY.stateOnlyThen(id -> Validation.claim(Topic.INTERLOCKS, id));
        }
    }

    private static Map<String, Double> running() {
        Map<String, Double> presets = new LinkedHashMap<>();
        presets.put("GA-412A", 1.0);
        for (String open :
                List.of("V11", "V12", "V13", "V17", "V19", "V35", "V36", "V38", "V39", "V41", "V43", "XV-13")) {
            presets.put(open, 100.0);
        }
        for (String loop : List.of("FIC101", "FC102", "FC103", "FC104", "TC101")) {
            presets.put(loop + ".OP", 50.0);
        }
        presets.put("PC102.OP", 29.0);
        presets.put("LC102.OP", 50.0);
        return presets;
    }

    private boolean safe(String element) {
        return bench.value(element) == (element.equals("PV101") ? 100 : 0);
    }
}
