package org.openots.simulator.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.HandValve;
import org.openots.simulator.actuation.Heater;
import org.openots.simulator.actuation.Pump;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PlantError;
import org.openots.simulator.plot.Inline;
import org.openots.simulator.plot.PlotUse;
import org.openots.simulator.process.Outflow;
import org.openots.simulator.process.ProcessUnits;

/**
 * Holds the names of a plot plan against the pack: whatever can be read, operated or done in the field has a place, and whatever
 * has a place exists. That a name has no second place, the reader of the plan sees.
 */
final class PlotNames {
    private static final LocalText VALVE = new LocalText("阀门", "valve");
    private static final LocalText SWITCH = new LocalText("开关", "switch");
    private static final LocalText PANEL = new LocalText("就地操作柱", "local panel");
    private static final LocalText SIGNAL = new LocalText("测量信号", "measured signal");
    private static final LocalText DEVICE = new LocalText("可操作的设备", "device to operate");
    private static final LocalText TASK = new LocalText("现场任务", "field task");
    private static final LocalText ELEMENT =
            new LocalText("会向现场泄放的流程元件", "element of the flowsheet that lets something out");
    private static final LocalText VIEW = new LocalText("能透过视镜看到的塔板", "tray that a window shows");
    private static final LocalText FAULT = new LocalText("故障", "fault");

    private final AutomationDefinition definition;
    private final List<PlotUse> uses;
    private final Findings findings;
    private final Map<String, Inline.Kind> valves = new HashMap<>();

    PlotNames(AutomationDefinition definition, List<PlotUse> uses, Findings findings) {
        this.definition = definition;
        this.uses = uses;
        this.findings = findings;
        definition.field().handValves().forEach(v -> valves.put(v.tag(), kind(v.kind())));
        AutomationDefinition.Valves moved = definition.control().valves();
        moved.control().forEach(v -> valves.put(v.tag(), Inline.Kind.CONTROL_VALVE));
        moved.solenoids().forEach(v -> valves.put(v.tag(), Inline.Kind.SOLENOID_VALVE));
        moved.shutoffs().forEach(v -> valves.put(v.tag(), Inline.Kind.SHUTOFF_VALVE));
        moved.motors().forEach(v -> valves.put(v.tag(), Inline.Kind.MOTOR_VALVE));
    }

    private static Inline.Kind kind(HandValve.Kind kind) {
        return switch (kind) {
            case BALL -> Inline.Kind.BALL_VALVE;
            case GLOBE -> Inline.Kind.GLOBE_VALVE;
            case NEEDLE -> Inline.Kind.NEEDLE_VALVE;
            default -> Inline.Kind.GATE_VALVE;
        };
    }

    /** Reports names that do not exist; the flowsheet may be in doubt, its elements are then not looked at. */
    void known(List<FaultDefinition> faults, @Nullable ProcessUnits units) {
        Set<String> signals = signals();
        definition.instruments().flags().forEach(f -> signals.add(f.signal()));
        known(PlotUse.Role.VALVE, valves.keySet(), VALVE);
        known(PlotUse.Role.SWITCH, switches(), SWITCH);
        known(PlotUse.Role.PANEL, panels(), PANEL);
        known(PlotUse.Role.SIGNAL, signals, SIGNAL);
        known(PlotUse.Role.TASK, PackNames.tasks(definition), TASK);
        if (!faults.isEmpty()) {
            known(PlotUse.Role.FAULT, faults.stream().map(FaultDefinition::id).toList(), FAULT);
        }
        if (units != null) {
            known(PlotUse.Role.ELEMENT, elements(units, List.of(Outflow.SPRAY, Outflow.GAS)), ELEMENT);
            known(PlotUse.Role.VIEW, elements(units, List.of(Outflow.FROTH)), VIEW);
        }
        kinds();
    }

    /** Reports what has no place. */
    void missing(Finding.Place file) {
        missing(
                PackNames.devices(definition),
                DEVICE,
                file,
                PlotUse.Role.VALVE,
                PlotUse.Role.SWITCH,
                PlotUse.Role.EQUIPMENT);
        missing(panels(), PANEL, file, PlotUse.Role.PANEL);
        missing(signals(), SIGNAL, file, PlotUse.Role.SIGNAL);
        missing(PackNames.tasks(definition), TASK, file, PlotUse.Role.TASK);
    }

    private Set<String> switches() {
        Set<String> switches = new TreeSet<>();
        definition.control().power().switches().forEach(s -> switches.add(s.tag()));
        return switches;
    }

    private Set<String> signals() {
        Set<String> signals = new TreeSet<>();
        definition.instruments().transmitters().forEach(t -> signals.add(t.tag()));
        return signals;
    }

    private Set<String> panels() {
        Set<String> panels = new TreeSet<>();
        AutomationDefinition.Devices devices = definition.control().devices();
        Stream.of(
                        devices.pumps().stream().map(Pump.Definition::device),
                        devices.heaters().stream().map(Heater.Definition::device),
                        devices.fans().stream())
                .flatMap(part -> part)
                .filter(DeviceDefinition::localPanel)
                .forEach(device -> panels.add(device.tag()));
        return panels;
    }

    /** Elements of which somebody in the plant sees one of some things. */
    private static Set<String> elements(ProcessUnits units, List<String> endings) {
        Set<String> elements = new TreeSet<>();
        for (String variable : units.variables().keySet()) {
            for (String ending : endings) {
                if (variable.endsWith(ending)) {
                    elements.add(variable.substring(0, variable.length() - ending.length()));
                }
            }
        }
        return elements;
    }

    private void known(PlotUse.Role role, Collection<String> names, LocalText kind) {
        for (PlotUse use : uses) {
            if (use.role() == role && !names.contains(use.name())) {
                Optional<String> near = Spelling.nearest(use.name(), new TreeSet<>(names));
                findings.report(new Finding(
                        use.place().file(),
                        use.place().pointer(),
                        near.isPresent() ? CommonError.JSON_MISTYPED_NAME : CommonError.JSON_UNKNOWN_NAME,
                        near.isPresent() ? List.of(use.name(), kind, near.get()) : List.of(use.name(), kind)));
            }
        }
    }

    private void kinds() {
        for (PlotUse use : uses) {
            Inline.Kind right = valves.get(use.name());
            if (use.role() == PlotUse.Role.VALVE && right != null && right != use.inline()) {
                findings.report(new Finding(
                        use.place().file(),
                        use.place().pointer(),
                        PlantError.OTHER_KIND,
                        List.of(use.name(), use.inline().word(), right.word())));
            }
        }
    }

    private void missing(Set<String> needed, LocalText kind, Finding.Place file, PlotUse.Role... roles) {
        Set<String> placed = new HashSet<>();
        uses.stream().filter(use -> List.of(roles).contains(use.role())).forEach(use -> placed.add(use.name()));
        for (String name : needed) {
            if (!placed.contains(name)) {
                findings.report(new Finding(file.file(), file.pointer(), PlantError.NOT_PLACED, List.of(name, kind)));
            }
        }
    }
}
