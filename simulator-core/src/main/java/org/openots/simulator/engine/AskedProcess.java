package org.openots.simulator.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.process.ProcessPort;

/** Stands before a process while a pack is checked: notes every name the process does not know and goes on. */
final class AskedProcess implements ProcessPort {
    private static final int NOWHERE = -1;

    private final ProcessModel process;
    private final Set<String> variables;
    private final Set<String> actuators;
    private final Set<String> driven = new HashSet<>();
    private final List<Unknown> unknown = new ArrayList<>();

    AskedProcess(ProcessModel process) {
        this.process = process;
        this.variables = Set.copyOf(process.variableNames());
        this.actuators = Set.copyOf(process.actuatorNames());
    }

    /** A name that was asked for in vain: of a variable or of an actuator. */
    record Unknown(String name, boolean actuator) {}

    List<Unknown> unknown() {
        return List.copyOf(unknown);
    }

    /** The actuators that something moves. */
    Set<String> driven() {
        return Set.copyOf(driven);
    }

    @Override
    public int variable(String name) {
        return variables.contains(name) ? process.variable(name) : unknown(new Unknown(name, false));
    }

    @Override
    public double read(int variable) {
        return variable == NOWHERE ? 0 : process.read(variable);
    }

    @Override
    public int actuator(String name) {
        driven.add(name);
        return actuators.contains(name) ? process.actuator(name) : unknown(new Unknown(name, true));
    }

    @Override
    public void drive(int actuator, double fraction) {
        // a pack is checked without moving anything
    }

    private int unknown(Unknown name) {
        if (!unknown.contains(name)) {
            unknown.add(name);
        }
        return NOWHERE;
    }
}
