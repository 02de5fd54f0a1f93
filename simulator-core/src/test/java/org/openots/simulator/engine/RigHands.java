package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.Equilibrium;
import org.openots.simulator.thermo.EquilibriumPoint;
import org.openots.simulator.thermo.Phase;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;

/** The rig with product and reflux set by hand, the drum's level on the power, the sump's level on the bottoms. */
final class RigHands {
    static final int TRAYS = 14;
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

    /** Reflux of the initial condition, kg/h, and how fast it is changed, kg/h per s: 24 kg/h in an hour. */
    private static final double REFLUX = 36;

    private static final double REFLUX_RATE = 24.0 / 3600;

    /** Level of the drum by power: kW per whole level, and integral time in s, a third of the loop's own speed. */
    private static final double GAIN = 10;

    private static final double INTEGRAL = 600;

    private static final double LEAST = 5;
    private static final double MOST = 24;

    /** Power of normal operation, kW, where the integral begins. */
    private static final double POWER = 15.35;

    /** A drum so low is not held any more: ten times what it moves by while the reflux rises. */
    private static final double LOST = 0.4;

    /** Pressure at which the table takes its feed, Pa: that of its column top. */
    private static final double FEED_PRESSURE = 101.5e3;

    private final RigCase rig;
    private final PlantEngine engine;
    private double power = POWER;
    private long sequence;

    private RigHands(RigCase rig) {
        this.rig = rig;
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        engine = new PlantEngine(pack, pack.initialCondition("normal"), 1, TICK);
        for (String loop : new String[] {"LIC-703", "TIC-705"}) {
            order(loop, "mode", 0);
        }
        for (String loop : new String[] {"FIC-703", "FIC-702", "JIC-701"}) {
            order(loop, "mode", 1);
        }
        order("FIC-703", "sp", rig.product());
        if (rig.feedTray() == 8) {
            order("HV-703A", "position", 100);
            order("HV-703C", "position", 0);
        }
        if (!rig.preheated()) {
            order("TIC-701", "mode", 0);
            order("TIC-701", "op", 0);
        }
        drive("cooling-water.temperature", rig.waterCelsius());
    }

    /**
     * The means of the settled column: process variables, {@code overhead.m} and {@code drawn.m} (vapour to the
     * condenser, and product with reflux, kg/s).
     */
    static Map<String, Double> settled(RigCase rig) {
        RigHands hands = new RigHands(rig);
        Map<String, Double> means = new LinkedHashMap<>();
        while (hands.engine.time() < SECONDS) {
            hands.tick();
            if (hands.engine.time() > SECONDS - WINDOW) {
                hands.values().forEach((name, value) -> means.merge(name, value * TICK / WINDOW, Double::sum));
            }
        }
        assertThat(hands.engine.view().value(hands.engine.signals().find("TRIPS")))
                .isZero();
        assertThat(hands.engine.held()).isFalse();
        return means;
    }

    /** The reflux, kg/h, with which the drum's level is lost, or that of the case if it is not. */
    static double greatestReflux(RigCase rig) {
        RigHands hands = new RigHands(rig);
        while (hands.engine.time() < SECONDS && hands.engine.processValue("drum.level") > LOST) {
            hands.tick();
        }
        return hands.reflux();
    }

    /** The temperature, °C, of the table's feed of 20 wt% at which it takes q times its heat of vaporisation to dry it. */
    static double feedCelsius(double q) {
        PropertyPackage properties = new PropertyDatabase().binary("ethanol-water");
        Equilibrium equilibrium = new Equilibrium(properties);
        double[] z = moleFractions(properties, 0.2);
        EquilibriumPoint bubble = equilibrium.bubblePoint(FEED_PRESSURE, z);
        EquilibriumPoint dew = equilibrium.dewPoint(FEED_PRESSURE, z);
        double boiling = properties.molarEnthalpy(Phase.LIQUID, bubble.temperature(), FEED_PRESSURE, z);
        double dry = properties.molarEnthalpy(Phase.VAPOUR, dew.temperature(), FEED_PRESSURE, z);
        return equilibrium
                        .flashAtEnthalpy(FEED_PRESSURE, dry - q * (dry - boiling), z)
                        .phases()
                        .temperature()
                - PhysicalConstants.CELSIUS_ZERO;
    }

    private static double[] moleFractions(PropertyPackage properties, double ethanol) {
        List<Component> components = properties.components();
        double first = ethanol / components.get(0).molarMass();
        double second = (1 - ethanol) / components.get(1).molarMass();
        return new double[] {first / (first + second), second / (first + second)};
    }

    private void tick() {
        if (engine.tick() % Math.round(ROUND / TICK) == 0) {
            seeToTheTanks();
        }
        order("FIC-702", "sp", reflux());
        double missing = 0.5 - engine.processValue("drum.level");
        power = limited(power + GAIN * missing * TICK / INTEGRAL);
        order("JIC-701", "sp", limited(power + GAIN * missing));
        engine.step();
        engine.drainEvents();
    }

    private double reflux() {
        double moved = REFLUX_RATE * engine.time();
        return REFLUX + Math.max(-moved, Math.min(moved, rig.reflux() - REFLUX));
    }

    /** Liquid is filled in at the surroundings' temperature, so for the feed they are changed for no time at all. */
    private void seeToTheTanks() {
        drive("ambient.temperature", rig.tankCelsius());
        engine.process().settle();
        engine.process().charge("feed-tank", new double[] {rig.ethanol(), 1 - rig.ethanol()}, FULL);
        drive("ambient.temperature", RigCase.TABLE.tankCelsius());
        engine.process().settle();
        engine.process().charge("product-tank", new double[] {0.9, 0.1}, LOW);
        engine.process().charge("residue-tank", new double[] {0.02, 0.98}, LOW);
        engine.process().settle();
    }

    private Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int tray = 1; tray <= TRAYS; tray++) {
            read(values, "tray-" + tray + ".T");
        }
        for (String name : List.of("drum.w", "sump.w", "E-703.power", "tray-passage-1.flood")) {
            read(values, name);
        }
        values.put("overhead.m", engine.processValue("overhead.n") * vapourMolarMass());
        values.put("drawn.m", engine.processValue("product.m") + engine.processValue("reflux.m"));
        return values;
    }

    private void read(Map<String, Double> values, String name) {
        values.put(name, engine.processValue(name));
    }

    /** kg/mol of the overhead, which is condensed into the drum. */
    private double vapourMolarMass() {
        double w = engine.processValue("condenser.w");
        List<Component> components =
                new ArrayList<>(new PropertyDatabase().binary("ethanol-water").components());
        return 1
                / (w / components.get(0).molarMass()
                        + (1 - w) / components.get(1).molarMass());
    }

    private static double limited(double kilowatts) {
        return Math.max(LEAST, Math.min(MOST, kilowatts));
    }

    private void drive(String input, double celsius) {
        engine.process().drive(engine.process().actuator(input), celsius + PhysicalConstants.CELSIUS_ZERO);
    }

    private void order(String target, String verb, double value) {
        engine.submit(new Command(engine.tick() + 1, ++sequence, target, verb, value, ""), true);
    }
}
