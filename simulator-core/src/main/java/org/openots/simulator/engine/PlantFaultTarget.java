package org.openots.simulator.engine;

import org.openots.common.error.OtsException;
import org.openots.simulator.automation.AutomationSystem;
import org.openots.simulator.fault.FaultEffect;
import org.openots.simulator.fault.FaultError;
import org.openots.simulator.fault.FaultTarget;
import org.openots.simulator.operation.Command;
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

    @Override
    public void check(FaultEffect.Operation operation) {
        if (Double.isNaN(operation.value()) && automation.takesValue(operation.target(), operation.verb())) {
            throw new OtsException(FaultError.EVENT_VALUE, operation.target() + "." + operation.verb());
        }
        automation.check(command(operation, 0), true);
    }

    @Override
    public void operate(FaultEffect.Operation operation, long tick) {
        automation.apply(command(operation, tick), true);
    }

    private static Command command(FaultEffect.Operation operation, long tick) {
        double value = Double.isNaN(operation.value()) ? 0 : operation.value();
        return new Command(tick, FaultEffect.Operation.SEQUENCE, operation.target(), operation.verb(), value, "");
    }
}
