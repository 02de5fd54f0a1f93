package org.openots.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.openots.common.error.OtsException;
import org.openots.common.text.Localizable;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.process.ProcessPort;

/** Stands before a process while a pack is checked: notes every name the process does not know and goes on. */
final class AskedProcess implements ProcessPort {
    private static final int NOWHERE = -1;

    private final ProcessModel process;
    private final List<Unknown> unknown = new ArrayList<>();

    AskedProcess(ProcessModel process) {
        this.process = process;
    }

    /** A name that was asked for in vain. */
    record Unknown(String name, OtsException cause) {
        Localizable refusal() {
            return locale -> cause.errorCode().code() + " " + cause.messageIn(locale);
        }
    }

    List<Unknown> unknown() {
        return unknown;
    }

    @Override
    public int variable(String name) {
        return index(name, process::variable);
    }

    @Override
    public double read(int variable) {
        return variable == NOWHERE ? 0 : process.read(variable);
    }

    @Override
    public int actuator(String name) {
        return index(name, process::actuator);
    }

    @Override
    public void drive(int actuator, double fraction) {
        // a pack is checked without moving anything
    }

    private int index(String name, ToIntFunction<String> ask) {
        try {
            return ask.applyAsInt(name);
        } catch (OtsException refusal) {
            if (unknown.stream().noneMatch(u -> u.name().equals(name))) {
                unknown.add(new Unknown(name, refusal));
            }
            return NOWHERE;
        }
    }
}
