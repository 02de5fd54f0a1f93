package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.plant.PlantPack;

/**
 * The debutanizer in its normal condition, left alone for half an hour, stays at the published steady state; the other
 * conditions are quiet. A change of the model that moves them is followed by
 * {@code openots plant ic --plant debutanizer --name normal}, and the others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebutanizerConditionTest {
    private static final PlantPack PACK = PlantPack.shipped("debutanizer");
    private static final int HALF_HOUR = 1800;
    private static final int TEN_MINUTES = 600;
    private static final String REBOILER = "EA-418.Q";
    private static final String CONDENSER = "cw.condenser.Q";

    private final LeftAlone normal = new LeftAlone(
            PACK, "normal", HALF_HOUR, "PC102", "PC102.OP", "PC101.OP", "TC101.OP", "FIC101.OP", REBOILER, CONDENSER);

    @ParameterizedTest
    @CsvSource({
        "TI105, 46.5, 1, °C", "TC101, 89.3, 1, °C", "TI102, 109.3, 1, °C", "TI103, 67.8, 1, °C", "TI104, 41, 2.5, °C",
        "PC102, 4.25, 0.02, atm(g)", "LC101, 50, 1, %", "LC102, 50, 1, %", "LC103, 50, 1, %", "PDI109, 28.5, 1.5, kPa",
        "PC102.OP, 28, 4, %", "PC101.OP, 0, 0.1, %", "AI110, 0.54, 0.3, wt%", "AI111, 0.09, 0.06, wt%"
    })
    void readingIsThePublishedOne(String tag, double published, double tolerance, String unit) {
        claim(tag, unit, published, tolerance, normal.mean(tag));
    }

    private static void claim(String id, String unit, double published, double tolerance, double found) {
        Validation.claim(Topic.PLANT_B, id)
                .says(id + "：静置半小时后 5 分钟的平均值", id + ": mean of five minutes after half an hour alone")
                .unit(unit)
                .source("DSEE 公布的稳态，表 5.2、5.4", "published steady state, tables 5.2 and 5.4")
                .within(published, tolerance, found);
    }

    @ParameterizedTest
    @CsvSource({"FIC101, 14056", "FC103, 6707", "FC102, 7349", "FC104, 9664"})
    void flowIsWithinOneAndAHalfPercent(String tag, double published) {
        claim(tag, "kg/h", published, 0.015 * published, normal.mean(tag));
    }

    @Test
    void dutiesAreWithinFourPercent() {
        claim("EA-418", "kW", 1485, 0.04 * 1485, normal.mean(REBOILER) / 1e3);
        claim("EA-419", "kW", 1554, 0.04 * 1554, normal.mean(CONDENSER) / 1e3);
    }

    @Test
    void nothingDriftsAndNothingIsLost() {
        assertThat(normal.drift("TC101")).isCloseTo(0, within(0.1));
        assertThat(normal.drift("TI105")).isCloseTo(0, within(0.1));
        assertThat(normal.drift("FC103")).isCloseTo(0, within(60.0));
        normal.lostNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cold", "cold-filled", "total-reflux", "normal", "load-70", "hot-standby"})
    void conditionIsQuiet(String id) {
        new LeftAlone(PACK, id, TEN_MINUTES).wasQuiet();
    }
}
