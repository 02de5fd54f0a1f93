package org.openots.simulator.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.Heater;
import org.openots.simulator.actuation.Pump;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.field.ProtectiveEquipment;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Inline;

/**
 * Signals that somebody in the plant sees: positions of valves, what machines do, local panels, gauges and glasses, detectors and
 * his own tasks. Not seen are set points, modes, alarms and interlocks: those are on the screens of the control room. This is the
 * only definition of it: the socket of the field stations, recordings and what a field station knows of a plant follow it.
 */
public final class FieldSignals {
    /**
     * The signal that says whether the right equipment is worn. Nobody is told that before the score; whoever shows signals to
     * a trainee puts in its place whether any equipment was put on.
     */
    public static final String PPE = ProtectiveEquipment.PPE;

    /** What is told under the name of {@link #PPE}. */
    private static final Signal WORN =
            new Signal(PPE, "", new LocalText("已穿戴防护用品（不论对错）", "protective equipment put on, right or wrong"));

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
            plan.fixtures().stream().map(Fixture::tag).flatMap(Optional::stream).forEach(names::add);
            plan.lines().stream()
                    .flatMap(line -> line.inline().stream())
                    .map(Inline::tag)
                    .flatMap(Optional::stream)
                    .forEach(tag -> add(tag, VALVE));
        });
        names.remove(PPE);
    }

    private void add(String tag, List<String> endings) {
        endings.forEach(ending -> names.add(tag + ending));
    }

    /**
     * Whether a signal is seen in the plant as it is; {@link #PPE} is not.
     *
     * @param signal its name
     * @return true if so
     */
    public boolean shows(String signal) {
        return names.contains(signal) || TASKS.stream().anyMatch(signal::startsWith);
    }

    /**
     * What is told of all signals in the plant.
     *
     * @param all signals of the plant
     * @return those that are seen, in their order, with whether equipment was put on in the place of {@link #PPE}
     */
    public List<Signal> told(SignalTable all) {
        return all.signals().stream()
                .filter(signal -> signal.name().equals(PPE) || shows(signal.name()))
                .map(signal -> signal.name().equals(PPE) ? WORN : signal)
                .toList();
    }
}
