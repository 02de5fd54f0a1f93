package org.openots.instructor.field;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.Heater;
import org.openots.simulator.actuation.Pump;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Inline;

/**
 * Signals that somebody in the plant sees: positions of valves, what machines do, local panels, gauges and glasses, detectors and
 * his own tasks. Not seen are set points, modes, alarms and interlocks: those are on the screens of the control room.
 */
public final class FieldSignals {
    /** The signal that says whether the right equipment is worn; only whether any is worn is told. */
    public static final String PPE = "PPE";

    /** Tasks in the field, by the beginning of their signals. */
    private static final List<String> TASKS = List.of("CHECK.", "SAMPLE.", "RECORD.", "LOG.", "LOTO.", "RADIO");

    /** What is seen of a machine: lamps of its panel and the speed of its shaft. */
    private static final List<String> MACHINE = List.of("", ".SPEED", ".TRIP", ".PERMIT", ".STANDBY");

    /** What is seen of a valve: its stem and the flags of its limit switches. */
    private static final List<String> VALVE = List.of("", ".ZSO", ".ZSC");

    private final Set<String> names = new HashSet<>();

    /**
     * Signals of a plant.
     *
     * @param pack the plant; without a plot plan no gauge is seen
     */
    public FieldSignals(PlantPack pack) {
        AutomationDefinition all = pack.automation();
        AutomationDefinition.Devices devices = all.control().devices();
        Stream.of(
                        devices.pumps().stream().map(Pump.Definition::device),
                        devices.heaters().stream().map(Heater.Definition::device),
                        devices.fans().stream())
                .flatMap(part -> part)
                .map(DeviceDefinition::tag)
                .forEach(tag -> add(tag, MACHINE));
        all.field().handValves().forEach(valve -> add(valve.tag(), VALVE));
        all.control().power().switches().forEach(one -> names.add(one.tag()));
        all.field().detectorTests().forEach(test -> names.add(test.target() + ".TEST"));
        pack.plot().ifPresent(plan -> {
            plan.fixtures().stream()
                    .map(Fixture::tag)
                    .flatMap(java.util.Optional::stream)
                    .forEach(names::add);
            plan.lines().stream()
                    .flatMap(line -> line.inline().stream())
                    .map(Inline::tag)
                    .flatMap(java.util.Optional::stream)
                    .forEach(tag -> add(tag, VALVE));
        });
        names.remove(PPE);
    }

    private void add(String tag, List<String> endings) {
        endings.forEach(ending -> names.add(tag + ending));
    }

    /**
     * Whether a signal is seen in the plant.
     *
     * @param signal its name
     * @return true if so
     */
    public boolean shows(String signal) {
        return names.contains(signal) || TASKS.stream().anyMatch(signal::startsWith);
    }
}
