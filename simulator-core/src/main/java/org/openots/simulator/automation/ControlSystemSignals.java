package org.openots.simulator.automation;

import java.util.HashSet;
import java.util.Set;
import org.openots.simulator.actuation.ControlValve;
import org.openots.simulator.field.ShiftLog;

/**
 * Which signals of a plant its control system knows: instruments with a cable, calculated tags, loops, driven devices and
 * valves, switches, supplies, interlocks and alarms. Not what only somebody in the field sees: gauges, hand valves, checks,
 * samples. What people type at the station is known there.
 */
public final class ControlSystemSignals {
    /** What single records are called. */
    private static final String RECORD = "RECORD.";

    private final Set<String> names = new HashSet<>();
    private final Set<String> owners = new HashSet<>();
    private final Set<String> flags = new HashSet<>();
    private final Set<String> typed = new HashSet<>();

    /**
     * Sorts the signals of a plant.
     *
     * @param plant the plant
     */
    public ControlSystemSignals(AutomationDefinition plant) {
        AutomationDefinition.Instruments measured = plant.instruments();
        AutomationDefinition.Control control = plant.control();
        measured.transmitters().stream().filter(each -> !each.power().isEmpty()).forEach(each -> names.add(each.tag()));
        measured.alarms().forEach(each -> names.add(each.name()));
        measured.alarms().forEach(each -> names.add(each.options().tag()));
        measured.ratios().forEach(each -> owners.add(each.tag()));
        measured.energies().forEach(each -> owners.add(each.tag()));
        measured.calculated().forEach(each -> owners.add(each.tag()));
        measured.flags().forEach(each -> flags.add(each.signal()));
        control.controllers().forEach(each -> owners.add(each.tag()));
        control.valves().control().stream().map(ControlValve.Definition::tag).forEach(owners::add);
        control.valves().solenoids().forEach(each -> owners.add(each.tag()));
        control.valves().shutoffs().forEach(each -> owners.add(each.tag()));
        control.valves().motors().forEach(each -> owners.add(each.tag()));
        control.devices().pumps().forEach(each -> owners.add(each.device().tag()));
        control.devices().heaters().forEach(each -> owners.add(each.device().tag()));
        control.devices().fans().forEach(each -> owners.add(each.tag()));
        control.power().switches().forEach(each -> owners.add(each.tag()));
        control.power().supplies().forEach(each -> names.add(each.name()));
        control.power().air().forEach(each -> names.add(each.name()));
        plant.interlocks().forEach(each -> owners.add(each.id()));
        names.addAll(Set.of("SCHEME", "TRIPS", "ALARMS.UNACK", "ALARMS.SOUND"));
        plant.field().desk().records().forEach(each -> typed.add(RECORD + each.id()));
        plant.field().desk().log().forEach(each -> typed.add(ShiftLog.LOG + "." + each.id()));
        typed.add(ShiftLog.LOG + ".COMPLETE");
        typed.add("REPORT");
    }

    /**
     * Whether the control system knows a signal.
     *
     * @param name a signal of the plant
     * @return whether it does
     */
    public boolean knows(String name) {
        int dot = name.indexOf('.');
        String owner = dot < 0 ? name : name.substring(0, dot);
        return !flags.contains(name) && (names.contains(name) || owners.contains(owner));
    }

    /**
     * Whether a signal is typed in by people: a single record, the shift record, the report to the leader.
     *
     * @param name a signal of the plant
     * @return whether it is
     */
    public boolean typed(String name) {
        return typed.contains(name);
    }
}
