package org.openots.simulator.process;

import java.util.Arrays;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.flowsheet.FlowsheetBuilder;
import org.openots.simulator.solver.StepStatus;
import org.openots.simulator.thermo.PropertyDatabase;

/** Plant A under test: its process model with a hand on every actuator, and operating points reached by plain rules. */
final class Rig {
    static final double INSTALLED_POWER = 27e3;
    private static final String FLOWSHEET = "/org/openots/plants/ethanol-water-rig/flowsheet.json";
    private static final double ZERO_CELSIUS = 273.15;

    private final ProcessModel model;
    private double time;
    private double reflux;

    Rig() {
        model = FlowsheetBuilder.build(
                StrictJson.resource(Rig.class, FLOWSHEET, Findings.throwing()), new PropertyDatabase());
    }

    /** Empty, cold, with 240 L of 20 wt% ethanol in the feed tank, tanks vented, cooling water and suction lined up. */
    static Rig cold() {
        Rig rig = new Rig();
        rig.model.charge("feed-tank", new double[] {0.2, 0.8}, 0.24);
        rig.open("HV-713", "HV-716", "HV-717", "HV-701", "HV-702", "HV-714");
        rig.model.openLedger();
        return rig;
    }

    /** The sump filled to its working level, all else cold. */
    static Rig filled() {
        return Filled.STATE.rig();
    }

    /** Total reflux at 12.5 kW. */
    static Rig totalReflux() {
        return TotalReflux.STATE.rig();
    }

    /** Continuous operation with 15.6 kW and about 62 kg/h of feed; {@link #control} keeps it there. */
    static Rig normal() {
        return Normal.STATE.rig();
    }

    /** A saved state; an object so that it is made once and only when asked for. */
    private record Saved(byte[] bytes, double time, double reflux) {
        Rig rig() {
            Rig rig = new Rig();
            rig.restore(bytes);
            rig.time = time;
            rig.reflux = reflux;
            rig.model.openLedger();
            return rig;
        }

        static Saved of(Rig rig) {
            return new Saved(rig.save(), rig.time, rig.reflux);
        }
    }

    private static final class Filled {
        private static final Saved STATE = make();

        private static Saved make() {
            Rig rig = cold();
            rig.set("HV-705", 1);
            rig.set("P-701", 1);
            while (rig.read("sump.level") < 0.63) {
                rig.step(0.5);
            }
            rig.set("P-701", 0);
            rig.set("HV-705", 0);
            return Saved.of(rig);
        }
    }

    private static final class TotalReflux {
        private static final Saved STATE = make();

        private static Saved make() {
            Rig rig = filled();
            rig.set("FV-705", 0.7);
            rig.set("E-703", 18e3 / INSTALLED_POWER);
            while (rig.read("sump.T") < 363) {
                rig.step(0.5);
            }
            rig.set("E-703", 12.5e3 / INSTALLED_POWER);
            rig.open("HV-706", "HV-707");
            for (int i = 0; i < 7200; i++) {
                rig.returnAll();
                rig.step(0.5);
            }
            return Saved.of(rig);
        }
    }

    private static final class Normal {
        private static final Saved STATE = make();

        private static Saved make() {
            Rig rig = totalReflux();
            rig.open("HV-703C", "HV-711", "HV-712", "HV-715");
            rig.set("E-703", 15.6e3 / INSTALLED_POWER);
            for (int i = 0; i < 14400; i++) {
                rig.control(0.5);
                rig.step(0.5);
            }
            return Saved.of(rig);
        }
    }

    /** Keeps the drum's level by returning all distillate. */
    void returnAll() {
        set("P-702A", clip(0.5 + 2 * (read("drum.level") - 0.45)));
    }

    /** Proportional hands on feed temperature, reflux, levels: enough to settle at a steady state. */
    void control(double seconds) {
        set("P-701", 0.5);
        set("E-701", clip(0.95 + 0.05 * (80 - celsius("preheater.T"))));
        double flow = read("P-702A.m") * 3600;
        reflux = Math.max(-0.5, Math.min(0.5, reflux + (36 - flow) * 5e-4 * seconds));
        set("P-702A", clip(0.45 + reflux));
        set("P-703", clip(0.42 + read("drum.level") - 0.5));
        set("LV-702", clip(0.55 + 6 * (read("sump.level") - 0.6)));
        if (read("feed-tank.level") < 0.6) {
            model.drive(model.actuator("P-701.fresh"), 1);
            set("P-701.fresh.ethanol", 0.2);
            set("P-701.fresh.water", 0.8);
        }
    }

    private static double clip(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }

    ProcessModel model() {
        return model;
    }

    double time() {
        return time;
    }

    void set(String input, double value) {
        model.drive(model.actuator(input), value);
    }

    void open(String... valves) {
        for (String valve : valves) {
            set(valve, 1);
        }
    }

    void shut(String... valves) {
        for (String valve : valves) {
            set(valve, 0);
        }
    }

    /** Everything that moves or heats off, as after an emergency stop. */
    void trip() {
        for (String device : new String[] {"E-703", "E-701", "P-701", "P-702A", "P-702B", "P-703", "LV-702"}) {
            set(device, 0);
        }
    }

    double read(String variable) {
        return model.read(model.variable(variable));
    }

    double celsius(String variable) {
        return read(variable) - ZERO_CELSIUS;
    }

    StepStatus step(double seconds) {
        time += seconds;
        return model.step(seconds);
    }

    /** Runs with the inputs as they are. */
    void run(double seconds, double tick) {
        long ticks = Math.round(seconds / tick);
        for (long i = 0; i < ticks; i++) {
            step(tick);
        }
    }

    double worstClosure() {
        return Arrays.stream(model.closure()).max().orElseThrow();
    }

    byte[] save() {
        StateWriter out = new StateWriter();
        model.save(out);
        return out.toByteArray();
    }

    void restore(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        model.restore(in);
        in.end();
    }
}
