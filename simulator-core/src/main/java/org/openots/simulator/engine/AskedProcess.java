package org.openots.simulator.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.process.ProcessUnits;

/**
 * Stands in for a process while a pack is checked: notes every name the process does not have and goes on. While the
 * names of the process are not known, it has every name.
 */
final class AskedProcess implements ProcessPort {
    private static final int SOMEWHERE = 0;

    private final @Nullable ProcessUnits units;
    private final Set<String> driven = new HashSet<>();
    private final List<Unknown> unknown = new ArrayList<>();

    AskedProcess(@Nullable ProcessUnits units) {
        this.units = units;
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
        return units == null || units.variables().containsKey(name) ? SOMEWHERE : unknown(new Unknown(name, false));
    }

    @Override
    public double read(int variable) {
        return 0;
    }

    @Override
    public int actuator(String name) {
        driven.add(name);
        return units == null || units.inputs().containsKey(name) ? SOMEWHERE : unknown(new Unknown(name, true));
    }

    @Override
    public void drive(int actuator, double fraction) {
        // a pack is checked without moving anything
    }

    private int unknown(Unknown name) {
        if (!name.name().isBlank() && !unknown.contains(name)) {
            unknown.add(name);
        }
        return SOMEWHERE;
    }
}
