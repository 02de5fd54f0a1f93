package org.openots.simulator.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.Signal;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.automation.AutomationSystem;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.fault.FaultEffect;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.plant.InitialCondition;
import org.openots.simulator.plant.Layout;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantError;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessModel;

/**
 * Checks a plant pack as a whole: every file for itself, then every name that one file uses of another. What a mistake
 * in one file would make wrong in the next is not reported until the first is corrected.
 */
public final class PackCheck {
    private static final LocalText SIGNAL = new LocalText("信号或控制器", "signal or controller");
    private static final LocalText DEVICE = new LocalText("可操作的设备", "device to operate");
    private static final LocalText TASK = new LocalText("现场任务", "field task");
    private static final LocalText VARIABLE = new LocalText("过程变量", "process variable");
    private static final LocalText ACTUATOR = new LocalText("流程中的执行器", "actuator in the flowsheet");
    private static final LocalText PARAMETER = new LocalText("过程参数", "process parameter");
    private static final LocalText HOLDUP = new LocalText("持液单元", "holdup");
    private static final LocalText COMPONENT = new LocalText("组分", "component");

    private final PlantPack pack;
    private final ProcessModel process;
    private final PackSource source;
    private final Findings findings;
    private final PackUnits units;

    private PackCheck(PlantPack pack, ProcessModel process, PackSource source, Findings findings) {
        this.pack = pack;
        this.process = process;
        this.source = source;
        this.findings = findings;
        this.units = new PackUnits(process.units());
    }

    /**
     * Checks a pack.
     *
     * @param source its files
     * @return all mistakes with file, pointer, value, rule and what to do; empty for a sound pack
     */
    public static List<Finding> check(PackSource source) {
        Findings findings = Findings.collecting();
        Optional<PlantPack> pack = PlantPack.read(source, findings);
        Findings flowsheet = Findings.collecting();
        Optional<ProcessModel> process = PlantPack.checkProcess(source, flowsheet).process();
        flowsheet.all().stream().filter(f -> !findings.all().contains(f)).forEach(findings::report);
        if (pack.isPresent() && process.isPresent()) {
            new PackCheck(pack.get(), process.get(), source, findings).together();
        }
        return findings.all();
    }

    private void together() {
        AskedProcess asked = new AskedProcess(process);
        AutomationSystem automation = new AutomationSystem(pack.automation(), asked, pack.tickSeconds(), 0);
        asked.unknown().forEach(this::unknownInProcess);
        units.instruments(pack.automation(), source).forEach(findings::report);
        valves(asked.driven());
        faults(automation);
        drawings(automation);
        pack.initialConditionIds().forEach(this::initialCondition);
    }

    /** A process variable or actuator that the automation asks for and the flowsheet does not have. */
    private void unknownInProcess(AskedProcess.Unknown unknown) {
        Finding.Place place = PackPlaces.of(source, unknown.name());
        if (unknown.actuator()) {
            unknown(place, unknown.name(), ACTUATOR, process.actuatorNames());
        } else {
            unknown(place, unknown.name(), VARIABLE, process.variableNames());
        }
    }

    /** A valve of the flowsheet that no device moves would stay shut for ever. */
    private void valves(Set<String> driven) {
        for (PackPlaces.Tag tag : PackPlaces.valves(source)) {
            if (!driven.contains(tag.name())) {
                unknown(tag.place(), tag.name(), DEVICE, driven);
            }
        }
    }

    private void faults(AutomationSystem automation) {
        for (int i = 0; i < pack.faults().size(); i++) {
            FaultDefinition fault = pack.faults().get(i);
            for (int j = 0; j < fault.effects().size(); j++) {
                effect(fault.effects().get(j), automation, "/faults/" + i + "/effects/" + j);
            }
        }
    }

    private void effect(FaultEffect effect, AutomationSystem automation, String pointer) {
        String file = source.display("faults.json");
        if (effect instanceof FaultEffect.ProcessParameter parameter) {
            if (!process.actuatorNames().contains(parameter.parameter())) {
                Finding.Place place = new Finding.Place(file, pointer + "/parameter");
                unknown(place, parameter.parameter(), PARAMETER, process.actuatorNames());
            }
            units.parameter(parameter, new Finding.Place(file, pointer)).forEach(findings::report);
        } else if (effect instanceof FaultEffect.Impairment impairment) {
            try {
                automation.impair(impairment.target(), impairment.kind(), impairment.value());
                automation.clear(impairment.target(), impairment.kind());
            } catch (OtsException refusal) {
                findings.report(refusal, new Finding.Place(file, pointer + wrongField(refusal)));
            }
        }
    }

    private static String wrongField(OtsException refusal) {
        if (refusal.errorCode() == AutomationError.UNKNOWN_IMPAIRMENT_TARGET) {
            return "/target";
        }
        return refusal.errorCode() == AutomationError.UNKNOWN_IMPAIRMENT ? "/impairment" : "/value";
    }

    private void drawings(AutomationSystem automation) {
        AutomationDefinition definition = pack.automation();
        Set<String> shown = new HashSet<>();
        automation.signals().signals().stream().map(Signal::name).forEach(shown::add);
        definition.control().controllers().forEach(c -> shown.add(c.tag()));
        Set<String> devices = PackNames.devices(definition);
        Set<String> tasks = PackNames.tasks(definition);
        Set<String> drawn = new LinkedHashSet<>();
        for (Layout.Use use : pack.layoutUses()) {
            drawn.add(use.name());
            switch (use.kind()) {
                case SHOWN -> known(use, shown, SIGNAL);
                case DEVICE -> known(use, devices, DEVICE);
                case TASK -> known(use, tasks, TASK);
                default -> throw new IllegalStateException(use.kind().name());
            }
        }
        Finding.Place drawings = new Finding.Place(source.display("layout.json"), "/drawings");
        missing(devices, drawn, DEVICE, drawings);
        missing(tasks, drawn, TASK, drawings);
        missing(PackNames.instruments(definition, drawn), drawn, SIGNAL, drawings);
    }

    private void known(Layout.Use use, Set<String> names, LocalText kind) {
        if (!names.contains(use.name())) {
            unknown(use.place(), use.name(), kind, names);
        }
    }

    private void missing(Set<String> needed, Set<String> drawn, LocalText kind, Finding.Place drawings) {
        for (String name : needed) {
            if (!drawn.contains(name)) {
                findings.report(
                        new Finding(drawings.file(), drawings.pointer(), PlantError.NOT_DRAWN, List.of(name, kind)));
            }
        }
    }

    private void initialCondition(String id) {
        int before = findings.all().size();
        Optional<InitialCondition> read = pack.readCondition(id, findings);
        if (read.isEmpty() || findings.all().size() > before) {
            return;
        }
        String file = pack.conditionFileShown(id);
        InitialCondition condition = read.get();
        for (int i = 0; i < condition.charges().size(); i++) {
            charge(condition.charges().get(i), new Finding.Place(file, "/charges/" + i));
        }
        if (!condition.state().isEmpty()) {
            double[] state =
                    condition.state().stream().mapToDouble(Double::doubleValue).toArray();
            attempt(new Finding.Place(file, "/processState"), () -> process.setStateVector(state));
        }
        AutomationSystem automation =
                new AutomationSystem(pack.automation(), new AskedProcess(process), pack.tickSeconds(), 0);
        condition
                .presets()
                .forEach((signal, value) ->
                        attempt(new Finding.Place(file, "/presets/" + signal), () -> automation.preset(signal, value)));
    }

    private void charge(InitialCondition.Charge charge, Finding.Place place) {
        if (!process.holdupIds().contains(charge.holdup())) {
            unknown(below(place, "/holdup"), charge.holdup(), HOLDUP, process.holdupIds());
        }
        for (String component :
                charge.massFractions().keySet().stream().sorted().toList()) {
            if (!process.componentIds().contains(component)) {
                unknown(below(place, "/massFractions/" + component), component, COMPONENT, process.componentIds());
            }
        }
    }

    private static Finding.Place below(Finding.Place place, String pointer) {
        return new Finding.Place(place.file(), place.pointer() + pointer);
    }

    private void unknown(Finding.Place place, String name, LocalText kind, Collection<String> known) {
        Optional<String> near = Spelling.nearest(name, new TreeSet<>(known));
        findings.report(
                near.isPresent()
                        ? new Finding(
                                place.file(),
                                place.pointer(),
                                CommonError.JSON_MISTYPED_NAME,
                                List.of(name, kind, near.get()))
                        : new Finding(
                                place.file(), place.pointer(), CommonError.JSON_UNKNOWN_NAME, List.of(name, kind)));
    }

    private void attempt(Finding.Place place, Runnable action) {
        try {
            action.run();
        } catch (OtsException refusal) {
            findings.report(refusal, place);
        }
    }
}
