package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.unit.PhysicalConstants;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.thermo.ReferenceTable;

/**
 * Steady-state gains of the debutanizer against the table of a rigorous dynamic column (full Peng-Robinson, energy
 * balance): feed, distillate and reflux are set, the drum's level sets the steam, the sump's level the bottoms, cooling
 * water the pressure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebutanizerGainTest {
    /** Ticks, s: shorter than a tenth of every loop's integral time but that of the flows, which need no speed here. */
    private static final double TICK = 5;

    /** Hours until the base is steady; the last of them is averaged. */
    private static final double HOURS = 6;

    /** Level of the drum by steam: gain in % of valve per % of level and integral time in s, as a tuned LC103 has. */
    private static final double GAIN = 0.5;

    private static final double INTEGRAL = 1200;

    /** The requirement: 15 % of the change or 1.5 K. */
    private static final double SHARE = 0.15;

    private static final double KELVINS = 1.5;

    private static final double PRESSURE = 4.25;

    private Map<Quantity, Double> base = new EnumMap<>(Quantity.class);

    private enum Quantity {
        TOP("tray-1.T", "塔顶温度", "top temperature"),
        SENSITIVE("tray-22.T", "灵敏板温度", "temperature of the sensitive tray"),
        BOTTOM("sump.T", "塔釜温度", "bottom temperature"),
        C5("distillate.C5", "塔顶产品中 C5+", "C5+ in the distillate"),
        C4("bottoms.C4", "塔釜产品中 C4-", "C4- in the bottoms"),
        DUTY("EA-418.Q", "再沸器热负荷", "reboiler duty");

        private final String variable;
        private final String zh;
        private final String en;

        Quantity(String variable, String zh, String en) {
            this.variable = variable;
            this.zh = zh;
            this.en = en;
        }
    }

    /** The plant with its flows set by hand and the drum's level on the steam valve. */
    private static final class Hands {
        private final PlantPack pack = PlantPack.shipped("debutanizer");
        private final PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1, TICK);
        private double steam = engine.view().value(engine.signals().find("TC101.OP"));
        private long sequence;

        void order(String target, String verb, double value) {
            engine.submit(new Command(engine.tick() + 1, ++sequence, target, verb, value, ""), true);
        }

        Hands(double feed, double distillate, double reflux) {
            order("FIC101", "sp", feed);
            order("FC103", "mode", 1);
            order("FC103", "sp", distillate);
            order("FC104", "sp", reflux);
            order("TC101", "mode", 0);
        }

        /** Ramps the set point: jumped down, the holdup flashes and floods the column for good. */
        void pressure(double atmospheres, double waterCelsius) {
            order("PC101", "sp", 6);
            engine.process()
                    .drive(
                            engine.process().actuator("cooling-water.temperature"),
                            waterCelsius + PhysicalConstants.CELSIUS_ZERO);
            int steps = (int) Math.round(Math.abs(atmospheres - PRESSURE) / 0.025);
            for (int i = 1; i <= steps; i++) {
                order("PC102", "sp", PRESSURE + i * (atmospheres - PRESSURE) / steps);
                run(400);
            }
        }

        void tick() {
            double missing = 50 - 100 * engine.processValue("drum.level");
            steam = Math.max(0, Math.min(100, steam + GAIN * missing * TICK / INTEGRAL));
            order("TC101", "op", Math.max(0, Math.min(100, steam + GAIN * missing)));
            engine.step();
            engine.drainEvents();
        }

        void run(double seconds) {
            double end = engine.time() + seconds;
            while (engine.time() < end) {
                tick();
            }
        }

        Map<Quantity, Double> settled(double hours) {
            run((hours - 1) * 3600);
            Map<Quantity, Double> means = new EnumMap<>(Quantity.class);
            int ticks = (int) (3600 / TICK);
            for (int i = 0; i < ticks; i++) {
                tick();
                for (Quantity q : Quantity.values()) {
                    means.merge(q, engine.processValue(q.variable) / ticks, Double::sum);
                }
            }
            assertThat(engine.view().value(engine.signals().find("TRIPS"))).isZero();
            assertThat(engine.held()).isFalse();
            return means;
        }
    }

    @BeforeAll
    void settleAtThePublishedFlows() {
        base = new Hands(14056, 6707, 9664).settled(HOURS);
        absolute(Quantity.TOP, 46.5, 1, "°C", of(base, Quantity.TOP) - PhysicalConstants.CELSIUS_ZERO);
        absolute(Quantity.BOTTOM, 109.4, 1, "°C", of(base, Quantity.BOTTOM) - PhysicalConstants.CELSIUS_ZERO);
        absolute(Quantity.DUTY, 1485, 0.04 * 1485, "kW", of(base, Quantity.DUTY) / 1e3);
    }

    private static double of(Map<Quantity, Double> values, Quantity q) {
        return values.getOrDefault(q, Double.NaN);
    }

    private static void absolute(Quantity q, double expected, double tolerance, String unit, double found) {
        Validation.claim(Topic.GAINS_B, "base." + q.name())
                .says("基准（D、R 固定）：" + q.zh, "base, D and R fixed: " + q.en)
                .unit(unit)
                .source("表 5.2", "table 5.2")
                .within(expected, tolerance, found);
    }

    static List<ReferenceTable.Row> cases() {
        return ReferenceTable.read("debutanizer-gains", "gains");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changeIsThatOfTheTable(ReferenceTable.Row row) {
        Hands hands =
                new Hands(14056 * row.number("feed"), 6707 * row.number("distillate"), 9664 * row.number("reflux"));
        boolean atOtherPressure = row.number("pressure_atm_g") != PRESSURE;
        if (atOtherPressure) {
            hands.pressure(row.number("pressure_atm_g"), row.number("cooling_water_degC"));
        }
        Map<Quantity, Double> found = hands.settled(row.number("hours"));
        temperature(row, Quantity.TOP, "top_K", found);
        temperature(row, Quantity.SENSITIVE, "sensitive_K", found);
        temperature(row, Quantity.BOTTOM, "bottom_K", found);
        double duty = row.number("duty_percent");
        change(row, Quantity.DUTY, "%")
                .within(
                        duty,
                        atOtherPressure ? 2 : SHARE * Math.abs(duty),
                        100 * (of(found, Quantity.DUTY) / of(base, Quantity.DUTY) - 1));
        composition(row, Quantity.C5, row.number("c5_percent") - 0.51, found);
        composition(row, Quantity.C4, row.number("c4_percent") - 0.069, found);
    }

    private void temperature(ReferenceTable.Row row, Quantity q, String column, Map<Quantity, Double> found) {
        double expected = row.number(column);
        change(row, q, "K").within(expected, Math.max(SHARE * Math.abs(expected), KELVINS), of(found, q) - of(base, q));
    }

    /** Changes below half a percent are within what the two models differ by in their base. */
    private void composition(ReferenceTable.Row row, Quantity q, double expected, Map<Quantity, Double> found) {
        double change = 100 * (of(found, q) - of(base, q));
        if (Math.abs(expected) > 0.5) {
            change(row, q, "wt%").within(expected, row.number("composition_share") * Math.abs(expected), change);
        } else {
            assertThat(change).as(q.en).isBetween(expected - 0.5, expected + 0.5);
        }
    }

    private static Validation change(ReferenceTable.Row row, Quantity q, String unit) {
        String id = row.text("case");
        return Validation.claim(Topic.GAINS_B, id + "." + q.name())
                .says(id + "：" + q.zh + "的变化", id + ": change of the " + q.en)
                .unit(unit)
                .source("reference/debutanizer-gains/SOURCE.md");
    }
}
