package org.openots.simulator.engine;

import org.openots.simulator.automation.AutomationSystem;
import org.openots.simulator.fault.FaultTarget;
import org.openots.simulator.process.ProcessModel;

/** Lets faults act on a run's process and automation. */
final class PlantFaultTarget implements FaultTarget {
    private final ProcessModel process;
    private final AutomationSystem automation;

    PlantFaultTarget(ProcessModel process, AutomationSystem automation) {
        this.process = process;
        this.automation = automation;
    }

    @Override
    public double nominal(String parameter) {
        return process.nominal(process.actuator(parameter));
    }

    @Override
    public void setParameter(String parameter, double value) {
        process.drive(process.actuator(parameter), value);
    }

    @Override
    public void impair(String target, String kind, double value) {
        automation.impair(target, kind, value);
    }

    @Override
    public void clear(String target, String kind) {
        automation.clear(target, kind);
    }

    @Override
    public boolean holds(String condition) {
        return automation.holds(condition);
    }
}
