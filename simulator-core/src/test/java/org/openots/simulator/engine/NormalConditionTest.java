package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.plant.PlantPack;

/**
 * The plant in its normal condition, left alone for half an hour, stays where the instrument table of the rig has it. A
 * change of the model that moves it is followed by {@code openots plant ic --plant ethanol-water-rig --name normal}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NormalConditionTest {
    private static final double HALF_HOUR = 1800;

    /** Readings are averaged over this long, s: a hundred samples leave a tenth of the noise. */
    private static final double WINDOW = 100;

    private final Map<String, Series> series = new LinkedHashMap<>();
    private final Map<String, Double> heat = new LinkedHashMap<>(Map.of("cw.condenser.Q", 0.0, "E-703.power", 0.0));
    private double trips;
    private double alarms;

    private static final class Series {
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest = Double.NEGATIVE_INFINITY;
        private double first;
        private double last;
        private int firstCount;
        private int lastCount;

        void add(double time, double value) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            if (time <= WINDOW) {
                first += value;
                firstCount++;
            }
            if (time > HALF_HOUR - WINDOW) {
                last += value;
                lastCount++;
            }
        }

        double drift() {
            return last / lastCount - first / firstCount;
        }
    }

    @BeforeAll
    void leaveThePlantAlone() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        List<String> tags = pack.automation().instruments().transmitters().stream()
                .map(t -> t.tag())
                .toList();
        tags.forEach(tag -> series.put(tag, new Series()));
        series.put("R-701", new Series());
        int ticksPerSecond = (int) Math.round(1 / pack.tickSeconds());
        while (engine.time() < HALF_HOUR) {
            engine.step();
            if (engine.tick() % ticksPerSecond == 0) {
                series.forEach((tag, s) -> s.add(engine.time(), value(engine, tag)));
                heat.replaceAll((variable, sum) -> sum + engine.processValue(variable) / HALF_HOUR);
                trips = Math.max(trips, value(engine, "TRIPS"));
                alarms = Math.max(alarms, engine.alarms().size());
            }
        }
    }

    private static double value(PlantEngine engine, String signal) {
        return engine.view().value(engine.signals().find(signal));
    }

    private Series of(String tag) {
        Series found = series.get(tag);
        assertThat(found).as(tag).isNotNull();
        return found == null ? new Series() : found;
    }

    @Test
    void nothingTripsAndNothingRings() {
        assertThat(trips).isZero();
        assertThat(alarms).isZero();
    }

    /** Every sample of the half hour. Loops may work within 2 % of their value; the rest as far as table and model agree. */
    @ParameterizedTest
    @CsvSource({
        "FIC-701,60,1.2,kg/h",
        "FIC-702,36,1.2,kg/h",
        "FIC-703,12,0.4,kg/h",
        "FI-704,48,2,kg/h",
        "FI-705,1.4,0.15,m3/h",
        "TIC-701,80,0.3,degC",
        "TI-702,78.3,0.3,degC",
        "TI-703,78.5,0.6,degC",
        "TI-704,79.7,0.3,degC",
        "TIC-705,80.9,0.3,degC",
        "TI-706,86.8,1,degC",
        "TI-707,89.4,1,degC",
        "TI-708,98.6,0.6,degC",
        "TIC-709,60,0.5,degC",
        "TI-710,25,0.3,degC",
        "TI-711,33,0.6,degC",
        "TI-712,40,1.5,degC",
        "PI-701,3.4,0.2,kPa",
        "PI-702,0.3,0.1,kPa",
        "PDI-703,3.0,0.15,kPa",
        "PI-704,0.30,0.01,MPa",
        "LIC-702,60,1,%",
        "LIC-703,50,1,%",
        "JI-701,15.6,0.4,kW",
        "AI-702,2.3,0.2,wt%",
        "AT-703A,0,1.5,%LEL",
        "AT-703B,0,1.5,%LEL",
        "R-701,3.0,0.1,1",
    })
    void staysAtItsNormalValue(String tag, double normal, double tolerance, String unit) {
        claim(tag, unit, "表 4.1 与 4.3", "tables 4.1 and 4.3").within(normal, tolerance, farthest(tag, normal));
    }

    private double farthest(String tag, double normal) {
        Series s = of(tag);
        return normal - s.lowest > s.highest - normal ? s.lowest : s.highest;
    }

    private static Validation claim(String tag, String unit, String zh, String en) {
        return Validation.claim(Topic.PLANT_A, tag)
                .says(tag + "：半小时内离表值最远的读数", tag + ": reading farthest from the table in half an hour")
                .unit(unit)
                .source(zh, en);
    }

    /** The table's equilibrium is another one (DECHEMA): up to 0.016 in y against the textbook, 0.3 wt% at the top. */
    @Test
    void productIsThatOfTheTableWithinItsEquilibrium() {
        double found = farthest("AI-701", 90.6);
        double percent = 100 * (found / 90.6 - 1);
        claim(
                        "AI-701",
                        "wt%",
                        String.format(
                                Locale.ROOT, "表 4.1 与 4.3。偏差 %+.1f %%：表用 DECHEMA 的 NRTL 参数，本模型用推荐参数，另含分析仪噪声", percent),
                        String.format(
                                Locale.ROOT,
                                "tables 4.1 and 4.3. Deviation %+.1f %%: the table has DECHEMA's NRTL parameters, the model the"
                                        + " recommended ones; and the analyser's noise",
                                percent))
                .within(90.6, 0.6, found);
    }

    /** Heat: the table's process heat and loss of the heater, and its condenser, which it has with molar overflow. */
    @ParameterizedTest
    @CsvSource({
        "E-702, cw.condenser.Q, 13.0, 0.8, 冷凝器热负荷, condenser duty",
        "E-703, E-703.power, 15.6, 0.4, 再沸器电功率（过程 14.1 与热损失 1.5）, reboiler power (14.1 of process and 1.5 of loss)"
    })
    void heatIsThatOfTheTable(String id, String variable, double expected, double tolerance, String zh, String en) {
        double found = heat.getOrDefault(variable, Double.NaN) / 1e3;
        double percent = 100 * (found / expected - 1);
        Validation.claim(Topic.PLANT_A, id)
                .says(id + " " + zh + "：半小时的平均值", id + " " + en + ": mean of half an hour")
                .unit("kW")
                .source(
                        String.format(Locale.ROOT, "表 4.1（恒摩尔流）。偏差 %+.1f %%", percent),
                        String.format(Locale.ROOT, "table 4.1 (constant molar overflow). Deviation %+.1f %%", percent))
                .within(expected, tolerance, found);
    }

    /** Means of the first and the last window: three times what noise and analyser steps leave of such a mean. */
    @ParameterizedTest
    @CsvSource({
        "FIC-702,0.5,kg/h",
        "FIC-703,0.2,kg/h",
        "TI-702,0.05,degC",
        "TIC-705,0.05,degC",
        "TI-708,0.1,degC",
        "TI-712,0.2,degC",
        "PDI-703,0.03,kPa",
        "LIC-702,0.4,%",
        "LIC-703,0.4,%",
        "JI-701,0.08,kW",
        "AI-701,0.12,wt%",
        "AI-702,0.06,wt%",
    })
    void doesNotDrift(String tag, double tolerance, String unit) {
        assertThat(of(tag).drift()).as(tag + ", " + unit).isCloseTo(0, within(tolerance));
    }

    /** The tanks are the only things that move: 60 kg/h out of V-701, 12 and 48 kg/h into V-702 and V-703. */
    @ParameterizedTest
    @CsvSource({"LI-701,60,49.5", "LI-704,30,37.7", "LI-705,30,38.1"})
    void tanksFollowTheMassBalance(String tag, double start, double end) {
        // 1 %: the reading's resolution, and the densities of warm and cold liquid
        assertThat(of(tag).first / of(tag).firstCount).as(tag).isCloseTo(start, within(1.0));
        assertThat(of(tag).last / of(tag).lastCount).as(tag).isCloseTo(end, within(1.0));
    }
}
