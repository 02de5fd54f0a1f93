package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/**
 * Steady-state gains of the rig against table 4.1 of its requirements: product and reflux are set, the drum's level sets
 * the power. The table has constant molar overflow and another NRTL set.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RigGainTest {
    private static final double TICK = 0.5;

    /** Twelve residence times of the sump, s: with more product its last ethanol leaves slowly. */
    private static final double SECONDS = 8 * 3600;

    /** Averaged at the end, s. */
    private static final double WINDOW = 900;

    /** The tanks are seen to every hour, s: the feed tank is filled, the others are emptied. */
    private static final double ROUND = 3600;

    /** Contents after that, m3. */
    private static final double FULL = 0.285;

    private static final double LOW = 0.02;

    /** Level of the drum by power: kW per whole level, and integral time in s, a third of the loop's own speed. */
    private static final double GAIN = 10;

    private static final double INTEGRAL = 600;

    private static final double LEAST = 5;
    private static final double MOST = 24;

    /** Power of normal operation, kW, where the integral begins. */
    private static final double POWER = 15.35;

    private Map<String, Double> base = Map.of();
    private long sequence;

    @BeforeAll
    void settleAtTheTable() {
        base = settled(12, 36, 12);
        absolute("base.product", "产品", "product", 90.6, 0.5, 100 * of(base, "drum.w"));
        absolute("base.bottoms", "残液", "bottoms", 2.3, 0.4, 100 * of(base, "sump.w"));
    }

    private Map<String, Double> settled(double product, double reflux, int feedTray) {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1, TICK);
        for (String loop : new String[] {"LIC-703", "TIC-705"}) {
            order(engine, loop, "mode", 0);
        }
        for (String loop : new String[] {"FIC-703", "FIC-702", "JIC-701"}) {
            order(engine, loop, "mode", 1);
        }
        order(engine, "FIC-703", "sp", product);
        order(engine, "FIC-702", "sp", reflux);
        if (feedTray == 8) {
            order(engine, "HV-703A", "position", 100);
            order(engine, "HV-703C", "position", 0);
        }
        Map<String, Double> means = new LinkedHashMap<>();
        double power = POWER;
        while (engine.time() < SECONDS) {
            if (engine.tick() % Math.round(ROUND / TICK) == 0) {
                engine.process().charge("feed-tank", new double[] {0.2, 0.8}, FULL);
                engine.process().charge("product-tank", new double[] {0.9, 0.1}, LOW);
                engine.process().charge("residue-tank", new double[] {0.02, 0.98}, LOW);
                engine.process().settle();
            }
            double missing = 0.5 - engine.processValue("drum.level");
            power = limited(power + GAIN * missing * TICK / INTEGRAL);
            order(engine, "JIC-701", "sp", limited(power + GAIN * missing));
            engine.step();
            engine.drainEvents();
            if (engine.time() > SECONDS - WINDOW) {
                for (String name : new String[] {"tray-10.T", "tray-11.T", "drum.w", "sump.w", "E-703.power"}) {
                    means.merge(name, engine.processValue(name) * TICK / WINDOW, Double::sum);
                }
            }
        }
        assertThat(engine.view().value(engine.signals().find("TRIPS"))).isZero();
        assertThat(engine.held()).isFalse();
        return means;
    }

    private static double limited(double kilowatts) {
        return Math.max(LEAST, Math.min(MOST, kilowatts));
    }

    private void order(PlantEngine engine, String target, String verb, double value) {
        engine.submit(new Command(engine.tick() + 1, ++sequence, target, verb, value, ""), true);
    }

    private static double of(Map<String, Double> values, String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** Temperatures: 1.5 K or 15 % of the change; mass fractions: 0.5 wt%, what the other equilibrium moves them by. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // case, product and reflux kg/h, feed tray, changes of trays 10 and 11 in K, product and bottoms in wt%
        "D+2%, 12.24, 36, 12, 0.1, 0.3, , 1.9",
        "D+10%, 13.2, 36, 12, 10.5, 11.0, 89.0, ",
        "D-2%, 11.76, 36, 12, -0.1, , , ",
        "R-2, 12, 24, 12, , , 89.8, ",
        "feed-tray-8, 12, 36, 8, , , 89.3, ",
    })
    void changeIsThatOfTheTable(ArgumentsAccessor row) {
        String id = row.getString(0);
        Map<String, Double> found = settled(row.getDouble(1), row.getDouble(2), row.getInteger(3));
        Double ten = row.getDouble(4);
        Double eleven = row.getDouble(5);
        Double top = row.getDouble(6);
        Double bottom = row.getDouble(7);
        if (ten != null) {
            kelvins(id + ".T10", "10 板温度的变化", "change of tray 10", ten, change(found, "tray-10.T"));
        }
        if (eleven != null) {
            kelvins(id + ".T11", "11 板温度的变化", "change of tray 11", eleven, change(found, "tray-11.T"));
        }
        if (top != null) {
            absolute(id + ".product", "产品", "product", top, 0.5, 100 * of(found, "drum.w"));
        }
        if (bottom != null) {
            absolute(id + ".bottoms", "残液", "bottoms", bottom, 0.4, 100 * of(found, "sump.w"));
        }
    }

    private double change(Map<String, Double> found, String name) {
        return of(found, name) - of(base, name);
    }

    private static void kelvins(String id, String zh, String en, double expected, double found) {
        claim(id, zh, en, "K", found - expected).within(expected, Math.max(1.5, 0.15 * Math.abs(expected)), found);
    }

    private static void absolute(String id, String zh, String en, double expected, double tolerance, double found) {
        claim(id, zh + "中乙醇", "ethanol in the " + en, "wt%", found - expected).within(expected, tolerance, found);
    }

    private static Validation claim(String id, String zh, String en, String unit, double deviation) {
        return Validation.claim(Topic.PLANT_A, "gain." + id)
                .says("D、R 固定，" + id + "：" + zh, "D and R fixed, " + id + ": " + en)
                .unit(unit)
                .source(
                        String.format(Locale.ROOT, "表 4.1（恒摩尔流，DECHEMA 的 NRTL 参数），偏差 %+.2f %s", deviation, unit),
                        String.format(
                                Locale.ROOT,
                                "table 4.1 (constant molar overflow, DECHEMA's NRTL set), deviation %+.2f %s",
                                deviation,
                                unit));
    }
}
