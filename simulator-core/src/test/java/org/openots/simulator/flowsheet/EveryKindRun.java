package org.openots.simulator.flowsheet;

import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.StepStatus;

/** The plant of every kind of equipment under proportional hands, from cold and empty through upsets to drained. */
final class EveryKindRun {
    private static final double TICK = 0.5;

    private final ProcessModel model;
    private boolean hands;
    private double highestGas;

    EveryKindRun(ProcessModel model) {
        this.model = model;
        model.openLedger();
    }

    ProcessModel model() {
        return model;
    }

    double read(String variable) {
        return model.read(model.variable(variable));
    }

    /** Highest share of the explosion limit so far. */
    double highestGas() {
        return highestGas;
    }

    private void set(double value, String... inputs) {
        for (String input : inputs) {
            model.drive(model.actuator(input), value);
        }
    }

    private void share(String input, double value) {
        set(Math.max(0, Math.min(1, value)), input);
    }

    private void control() {
        share("LV-P", 0.3 + 2 * (read("drum.level") - 0.4));
        share("P-B", 0.3 + 1.5 * (read("sump.level") - 0.5));
        share("TV-2", 0.3 + 0.05 * (353 - read("preheater.T")));
    }

    void step(double seconds) {
        for (int i = 0; i < seconds / TICK; i++) {
            if (hands) {
                control();
            }
            StepStatus status = model.step(TICK);
            if (status != StepStatus.ADVANCED) {
                throw new AssertionError(status);
            }
            highestGas = Math.max(highestGas, read("gas.pumps"));
        }
    }

    /** Utilities on, valves lined up, feed into the tanks. */
    void fill() {
        set(1, "HV-RAW", "HV-EQ", "HV-S", "P-CWA", "CWV", "HV-V", "FAN-A", "FAN-B", "LV-AC", "CV-1", "HV-E1");
        set(1, "HV-FAS", "HV-FAD", "HV-FBS", "HV-FBD", "HV-ARC", "HV-R", "HV-B", "HV-B2", "CWR", "EH", "TV-3");
        step(300);
    }

    /** Feed, heat, reflux, product. */
    void start() {
        set(0.5, "HV-RAW");
        set(0, "EH");
        set(1, "P-FA", "XV-F", "FV-F");
        step(600);
        hands = true;
        set(0.5, "FV-F");
        set(0.4, "TV-1");
        step(1200);
        set(1, "P-R");
        set(0.08, "FV-R");
        step(1200);
        set(0, "HV-V");
        set(0.05, "PV-F");
        step(600);
    }

    void loseCooling() {
        set(0, "P-CWA", "FAN-A", "FAN-B");
        step(300);
        set(1, "P-CWB", "FAN-A");
    }

    /** A seal leaks, the feed pump trips and its standby starts, the boiler is lost for five minutes; a tube leaks. */
    void leakAndLoseSteam() {
        set(1, "seal-leak");
        step(300);
        set(0, "seal-leak", "P-FA");
        set(1, "P-FB");
        set(0, "steam.pressure");
        step(300);
        set(3.5e5, "steam.pressure");
        set(0.5, "E-1.leak");
        step(300);
        set(0, "E-1.leak");
    }

    /** Everything off, nitrogen through, vessels drained, slop back. */
    void shutDown() {
        hands = false;
        set(0, "TV-1", "TV-2", "TV-3", "P-FB", "P-R", "FV-F", "LV-P", "PV-F", "HV-RAW", "P-B");
        set(0.2, "NV");
        set(1, "HV-V", "HV-SL");
        step(600);
        set(1, "HV-D1", "HV-D2");
        step(900);
    }
}
