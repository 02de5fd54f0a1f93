package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.plant.PlantPack;

/**
 * The initial conditions of the ethanol-water column, each left alone for an hour: the steady ones stay where they are,
 * all are quiet. A change of the model that moves them is followed by {@code openots plant ic --plant
 * ethanol-water-column}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EthanolColumnConditionTest {
    private static final PlantPack PACK = PlantPack.shipped("ethanol-water-column");
    private static final int HOUR = 3600;
    private static final int TWENTY_MINUTES = 1200;
    private static final String REBOILER = "E-103.Q";
    private static final String CONDENSER = "cw.condenser.Q";
    private static final List<String> STEADY = List.of("normal", "load-70", "total-reflux", "hot-standby");

    /** Without feed, so that the preheater cools by some kelvin an hour. */
    private static final List<String> STANDBY = List.of("total-reflux", "hot-standby");

    /** Level and temperature of the tanks, which fill, empty and warm up. */
    private static final List<String> SLOW = List.of("TI105", "LI103", "LI104");

    /**
     * Share of the range that a mean over five minutes may move in an hour: half of the smallest movement that shows; a
     * gauge that is read in coarser steps may show one of them.
     */
    private static final double STILL = 0.005;

    private final Map<String, LeftAlone> watched = new HashMap<>();

    private LeftAlone left(String id) {
        return watched.computeIfAbsent(
                id,
                condition ->
                        new LeftAlone(PACK, condition, HOUR, "PIC101.OP", REBOILER, CONDENSER, "drum.w", "sump.w"));
    }

    private double of(String id, String tag) {
        return left(id).mean(tag);
    }

    static Stream<String> steady() {
        return STEADY.stream();
    }

    @ParameterizedTest
    @MethodSource("steady")
    void nothingDriftsInAnHourAndNothingIsLost(String id) {
        for (TransmitterDefinition item : PACK.automation().instruments().transmitters()) {
            String tag = item.tag();
            if (SLOW.contains(tag) || (STANDBY.contains(id) && tag.equals("TIC101"))) {
                continue;
            }
            assertThat(left(id).drift(tag))
                    .as(id + " " + tag)
                    .isCloseTo(
                            0,
                            within(Math.max(
                                    STILL * item.range().span(), item.dynamics().resolution())));
        }
        left(id).wasQuiet();
        left(id).lostNothing();
    }

    /** Design figures of docs/model/plant-c.md; half the width of the normal band of each instrument. */
    @ParameterizedTest
    @CsvSource({
        "FIC101, 6000, 20, kg/h", "TIC101, 85, 0.3, °C", "PIC101, 10, 0.1, kPa", "PDI101, 14.2, 0.5, kPa",
        "TIC102, 96, 0.2, °C", "TI103, 80.5, 0.3, °C", "TI106, 105.7, 0.3, °C", "TI107, 63.8, 1.5, °C",
        "TI108, 37.2, 0.5, °C", "LIC101, 50, 0.5, %", "LIC102, 50, 0.5, %", "FIC104, 3900, 20, kg/h",
        "FI102, 1275, 15, kg/h", "FI103, 4720, 40, kg/h", "FIC105, 2440, 40, kg/h", "FI106, 132.5, 1.5, m3/h",
        "PIC101.OP, 50, 3, %"
    })
    void normalReadingIsTheDesignFigure(String tag, double design, double tolerance, String unit) {
        claim(tag, unit, of("normal", tag), design, tolerance);
    }

    @Test
    void dutiesAndProductsAreTheDesignFigures() {
        claim("E-103", "kW", of("normal", REBOILER) / 1e3, 1500, 30);
        claim("E-102", "kW", of("normal", CONDENSER) / 1e3, 1410, 40);
        // 0.2 wt% of the product and 0.2 of the bottoms are a tenth of the ethanol that the bottoms may lose
        claim("V-102.ethanol", "wt%", 100 * of("normal", "drum.w"), 92.6, 0.2);
        claim("sump.ethanol", "wt%", 100 * of("normal", "sump.w"), 0.43, 0.2);
    }

    private static void claim(String id, String unit, double found, double design, double tolerance) {
        Validation.claim(Topic.PLANT_C, id)
                .says(id + "：静置一小时后 5 分钟的平均值", id + ": mean of five minutes after an hour alone")
                .unit(unit)
                .source("本装置自身的设计点，docs/model/plant-c.md", "the plant's own design point, docs/model/plant-c.md")
                .within(design, tolerance, found);
    }

    /** Heat and ethanol balance at the design point, each from figures of the other side. */
    @Test
    void normalOperationBalances() {
        // steam of 2743 kJ/kg (0.45 MPa, saturated) leaves as condensate of 541 kJ/kg (0.258 MPa): IAPWS-IF97
        assertThat(of("normal", REBOILER)).as("W").isCloseTo(2440 / 3600.0 * (2743e3 - 541e3), within(0.03e6));
        // 132.5 m3/h of water warmed by 9.2 K
        assertThat(of("normal", CONDENSER)).as("W").isCloseTo(132.5 / 3600 * 995 * 4180 * 9.2, within(0.04e6));
        double topWeight = of("normal", "drum.w");
        double bottomWeight = of("normal", "sump.w");
        assertThat(topWeight).as("wt").isBetween(0.92, 0.93);
        assertThat(bottomWeight).as("wt").isBetween(0.002, 0.008);
        double in = 0.2 * of("normal", "FIC101");
        double out = topWeight * of("normal", "FI102") + bottomWeight * of("normal", "FI103");
        // flow meters within 0.3 % of their mean, levels within 0.1 % of their tanks
        assertThat(out).as("kg/h ethanol").isCloseTo(in, within(0.012 * in));
    }

    @Test
    void partLoadIsSeventyPercent() {
        for (String tag : List.of("FIC101", "FIC104", "FI102", "FI103", "FIC105")) {
            assertThat(of("load-70", tag) / of("normal", tag)).as(tag).isCloseTo(0.7, within(0.02));
        }
        assertThat(of("load-70", "TIC102")).isCloseTo(96, within(0.2));
    }

    @Test
    void standbyConditionsNeitherTakeNorGive() {
        for (String id : STANDBY) {
            for (String tag : List.of("FIC101", "FI102", "FI103")) {
                assertThat(of(id, tag)).as(id + " " + tag).isZero();
            }
            assertThat(of(id, "FIC104")).as(id).isGreaterThan(2000);
            assertThat(of(id, "TI103")).as("near the azeotrope").isBetween(79.8, 80.8);
        }
        assertThat(of("hot-standby", "FIC105")).isCloseTo(1200, within(20.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cold", "cold-filled"})
    void coldConditionIsQuietAndStays(String id) {
        LeftAlone plant = new LeftAlone(PACK, id, TWENTY_MINUTES);
        plant.wasQuiet();
        assertThat(plant.drift("LIC101")).isCloseTo(0, within(0.5));
        assertThat(plant.mean("PIC101")).isCloseTo(id.equals("cold") ? 0 : 10, within(0.5));
        assertThat(plant.mean("TIC102")).isCloseTo(25, within(1.5));
    }
}
