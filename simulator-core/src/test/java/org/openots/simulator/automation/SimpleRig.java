package org.openots.simulator.automation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openots.simulator.process.ProcessPort;

/**
 * A process small enough to reason about by hand: flows follow pumps and valves through first-order lags, levels
 * integrate, temperatures follow powers. It knows the variables and actuators of plant A. Variables that were
 * {@link #hold held} keep their value whatever the actuators do.
 */
public final class SimpleRig implements ProcessPort {
    private static final double HOUR = 3600;
    private static final double AMBIENT = 298.15;

    private final Map<String, Integer> variables = new LinkedHashMap<>();
    private final Map<String, Integer> actuators = new LinkedHashMap<>();
    private final Map<Integer, Double> held = new HashMap<>();
    private final double[] values = new double[80];
    private final double[] positions = new double[60];

    public SimpleRig() {
        for (String name : new String[] {
            "sump.T",
            "sump.P",
            "sump.level",
            "sump.w",
            "tray-1.P",
            "condenser.T",
            "drum.T",
            "drum.level",
            "drum.w",
            "feed-tank.level",
            "feed-tank.w",
            "product-tank.level",
            "residue-tank.level",
            "preheater.T",
            "residue-cooler.T",
            "feed.m",
            "charge.m",
            "reflux.m",
            "product.m",
            "residue.m",
            "cw.condenser.V",
            "cw.condenser.Tin",
            "cw.condenser.Tout",
            "cw.P",
            "heater.power",
            "gas.A",
            "gas.B",
            "ambient.P",
            "E-703.dryfire"
        }) {
            variables.put(name, variables.size());
        }
        for (int tray = 1; tray <= 14; tray++) {
            variables.put("tray-" + tray + ".T", variables.size());
            variables.put("tray-passage-" + tray + ".regime", variables.size());
        }
        for (String pump : new String[] {"P-701", "P-702A", "P-702B", "P-703"}) {
            for (String flag : new String[] {".dry", ".cavitation", ".deadhead"}) {
                variables.put(pump + flag, variables.size());
            }
        }
        normal();
    }

    /** Sets every variable to the normal running of plant A. */
    public void normal() {
        set("ambient.P", 101_325);
        set("sump.P", 104_725);
        set("tray-1.P", 101_625);
        set("sump.T", 371.75);
        set("sump.level", 0.60);
        set("sump.w", 0.023);
        set("drum.T", 333.15);
        set("drum.level", 0.50);
        set("drum.w", 0.906);
        set("feed-tank.level", 0.60);
        set("feed-tank.w", 0.20);
        set("preheater.T", 353.15);
        set("residue-cooler.T", 313.15);
        set("feed.m", 60 / HOUR);
        set("reflux.m", 36 / HOUR);
        set("product.m", 12 / HOUR);
        set("residue.m", 48 / HOUR);
        set("cw.condenser.V", 1.4 / HOUR);
        set("cw.condenser.Tin", AMBIENT);
        set("cw.condenser.Tout", 306.15);
        set("cw.P", 401_325);
        set("heater.power", 15_600);
        double[] trays = {78.3, 78.3, 78.4, 78.5, 78.6, 78.7, 78.9, 79.7, 80.1, 80.9, 82.4, 86.8, 89.4, 93.3};
        for (int i = 0; i < trays.length; i++) {
            set("tray-" + (i + 1) + ".T", trays[i] + 273.15);
        }
    }

    /** Cold and empty, with a full feed tank. */
    public void cold() {
        for (int tray = 1; tray <= 14; tray++) {
            set("tray-" + tray + ".T", AMBIENT);
        }
        for (String name : new String[] {"sump.T", "drum.T", "preheater.T", "residue-cooler.T", "cw.condenser.Tout"}) {
            set(name, AMBIENT);
        }
        for (String name : new String[] {
            "sump.level", "drum.level", "feed.m", "reflux.m", "product.m", "residue.m", "cw.condenser.V", "heater.power"
        }) {
            set(name, 0);
        }
        set("sump.P", 101_325);
        set("tray-1.P", 101_325);
        set("feed-tank.level", 0.80);
    }

    public void set(String name, double value) {
        values[variable(name)] = value;
    }

    public double get(String name) {
        return values[variable(name)];
    }

    /** Sets a variable and keeps it there. */
    public void hold(String name, double value) {
        set(name, value);
        held.put(variable(name), value);
    }

    /** Takes over the process state of another rig. */
    public void copy(SimpleRig other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
    }

    public void release(String name) {
        held.remove(variable(name));
    }

    /** Where an actuator was last driven to, 0..1. */
    public double position(String name) {
        return positions[actuator(name)];
    }

    /** Moves the process by one step. */
    public void step(double seconds) {
        double feed = position("P-701") * 120 / HOUR;
        double reflux = Math.max(position("P-702A"), position("P-702B")) * 80 / HOUR;
        double product = position("P-703") * 40 / HOUR;
        double residue = position("LV-702") * 120 / HOUR;
        follow("feed.m", feed, 1, seconds);
        follow("reflux.m", reflux, 1, seconds);
        follow("product.m", product, 1, seconds);
        follow("residue.m", residue, 1, seconds);
        follow("cw.condenser.V", position("HV-714") * position("FV-705") * 2 / HOUR, 1, seconds);
        follow("heater.power", position("E-703") * 27_000, 0.3, seconds);
        double heat = get("heater.power");
        double boilup = heat > 1500 ? (heat - 1500) / 1.06e6 : 0;
        grow("sump.level", (get("feed.m") + get("reflux.m") - boilup - get("residue.m")) / 50, seconds);
        grow("drum.level", (boilup - get("reflux.m") - get("product.m")) / 8, seconds);
        follow("preheater.T", AMBIENT + position("E-701") * 4000 / (get("feed.m") * 3900 + 8), 60, seconds);
        follow("sump.T", AMBIENT + 73.6 * Math.min(1, heat / 10_000), 300, seconds);
        double tray = 353.95 + (heat - 15_600) / 1000 + 0.8 * (get("product.m") * HOUR - 12);
        follow("tray-10.T", tray, 200, seconds);
        follow("drum.T", 343.15 - 15 * get("cw.condenser.V") * HOUR / 1.4, 60, seconds);
        held.forEach((index, value) -> values[index] = value);
    }

    @Override
    public int variable(String name) {
        Integer index = variables.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no variable " + name);
        }
        return index;
    }

    @Override
    public double read(int variable) {
        return values[variable];
    }

    @Override
    public int actuator(String name) {
        return actuators.computeIfAbsent(name, unused -> actuators.size());
    }

    @Override
    public void drive(int actuator, double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("actuator " + actuator + " driven to " + fraction);
        }
        positions[actuator] = fraction;
    }

    private void follow(String name, double target, double lag, double seconds) {
        set(name, get(name) + Math.min(1, seconds / lag) * (target - get(name)));
    }

    private void grow(String name, double rate, double seconds) {
        set(name, Math.max(0, Math.min(1, get(name) + rate * seconds)));
    }
}
