package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
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
    private static final int WINDOW = 300;

    private final Map<String, Double> first = new LinkedHashMap<>();
    private final Map<String, Double> last = new LinkedHashMap<>();
    private double reboilerDuty;
    private double condenserDuty;
    private double closure;

    @BeforeAll
    void leaveThePlantAlone() {
        PlantEngine engine = new PlantEngine(PACK, PACK.initialCondition("normal"), 1);
        while (engine.time() < HALF_HOUR) {
            second(engine);
            if (engine.time() <= WINDOW + 0.5) {
                add(engine, first);
            } else if (engine.time() > HALF_HOUR - WINDOW) {
                add(engine, last);
                reboilerDuty += engine.processValue("EA-418.Q") / 1e3 / WINDOW;
                condenserDuty += engine.processValue("cw.condenser.Q") / 1e3 / WINDOW;
            }
        }
        for (double gap : engine.closure()) {
            closure = Math.max(closure, Math.abs(gap));
        }
    }

    private static void second(PlantEngine engine) {
        for (int i = 0; i < 10; i++) {
            engine.step();
        }
    }

    private static void add(PlantEngine engine, Map<String, Double> means) {
        List<String> tags = List.of(
                "FIC101",
                "FC102",
                "FC103",
                "FC104",
                "FI105",
                "PC102",
                "TC101",
                "TI102",
                "TI103",
                "TI104",
                "TI105",
                "LC101",
                "LC102",
                "LC103",
                "PDI109",
                "AI110",
                "AI111",
                "PC102.OP",
                "PC101.OP",
                "TC101.OP",
                "FIC101.OP");
        tags.forEach(tag -> means.merge(tag, value(engine, tag) / WINDOW, Double::sum));
    }

    private static double value(PlantEngine engine, String signal) {
        return engine.view().value(engine.signals().find(signal));
    }

    private double of(String tag) {
        return last.getOrDefault(tag, Double.NaN);
    }

    @ParameterizedTest
    @CsvSource({
        "TI105, 46.5, 1, °C", "TC101, 89.3, 1, °C", "TI102, 109.3, 1, °C", "TI103, 67.8, 1, °C", "TI104, 41, 2.5, °C",
        "PC102, 4.25, 0.02, atm(g)", "LC101, 50, 1, %", "LC102, 50, 1, %", "LC103, 50, 1, %", "PDI109, 28.5, 1.5, kPa",
        "PC102.OP, 28, 4, %", "PC101.OP, 0, 0.1, %", "AI110, 0.54, 0.3, wt%", "AI111, 0.09, 0.06, wt%"
    })
    void readingIsThePublishedOne(String tag, double published, double tolerance, String unit) {
        claim(tag, unit, published, tolerance, of(tag));
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
        claim(tag, "kg/h", published, 0.015 * published, of(tag));
    }

    @Test
    void dutiesAreWithinFourPercent() {
        claim("EA-418", "kW", 1485, 0.04 * 1485, reboilerDuty);
        claim("EA-419", "kW", 1554, 0.04 * 1554, condenserDuty);
    }

    @Test
    void nothingDriftsAndNothingIsLost() {
        assertThat(of("TC101") - first.getOrDefault("TC101", 0.0)).isCloseTo(0, within(0.1));
        assertThat(of("TI105") - first.getOrDefault("TI105", 0.0)).isCloseTo(0, within(0.1));
        assertThat(of("FC103") - first.getOrDefault("FC103", 0.0)).isCloseTo(0, within(60.0));
        assertThat(closure).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cold", "cold-filled", "total-reflux", "normal", "load-70", "hot-standby"})
    void conditionIsQuiet(String id) {
        PlantEngine engine = new PlantEngine(PACK, PACK.initialCondition(id), 3);
        while (engine.time() < 600) {
            second(engine);
            assertThat(value(engine, "TRIPS")).isZero();
            assertThat(value(engine, "ALARMS.UNACK"))
                    .as("at %s s", engine.time())
                    .isZero();
        }
    }
}
