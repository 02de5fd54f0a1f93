package org.openots.simulator.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.Signal;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.automation.AutomationSystem;
import org.openots.simulator.fault.FaultEffect;
import org.openots.simulator.flowsheet.FlowsheetCheck;
import org.openots.simulator.flowsheet.FlowsheetNames;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.plant.InitialCondition;
import org.openots.simulator.plant.Layout;
import org.openots.simulator.plant.PackParts;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantError;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessUnits;

/**
 * Checks a plant pack as a whole: every file for itself, then every name that one file uses of another. While a name in
 * a file cannot be read, nothing is held against the files that may use it.
 */
public final class PackCheck {
    private static final String FAULTS = "faults.json";
    private static final LocalText SIGNAL = new LocalText("信号或控制器", "signal or controller");
    private static final LocalText DEVICE = new LocalText("可操作的设备", "device to operate");
    private static final LocalText TASK = new LocalText("现场任务", "field task");
    private static final LocalText VARIABLE = new LocalText("过程变量", "process variable");
    private static final LocalText ACTUATOR = new LocalText("流程中的执行器", "actuator in the flowsheet");
    private static final LocalText PARAMETER = new LocalText("过程参数", "process parameter");
    private static final LocalText HOLDUP = new LocalText("持液单元", "holdup");
    private static final LocalText COMPONENT = new LocalText("组分", "component");

    private final PackSource source;
    private final Findings findings;
    private final PackParts parts;
    private final FlowsheetCheck flowsheet;
    private final PackPlaces places;

    private PackCheck(PackSource source, Findings findings, PackParts parts, FlowsheetCheck flowsheet) {
        this.source = source;
        this.findings = findings;
        this.parts = parts;
        this.flowsheet = flowsheet;
        this.places = new PackPlaces(source);
    }

    /**
     * Checks a pack.
     *
     * @param source its files
     * @return all mistakes with file, pointer, value, rule and what to do, file by file; empty for a sound pack
     */
    public static List<Finding> check(PackSource source) {
        Findings findings = Findings.collecting();
        if (PlantPack.textbookColumn(source)) {
            PlantPack.checkProcess(source, findings);
            return findings.all();
        }
        PackParts parts = PlantPack.parts(source, findings);
        FlowsheetCheck flowsheet = PlantPack.checkProcess(source, findings);
        new PackCheck(source, findings, parts, flowsheet).together();
        return inFileOrder(source, findings.all());
    }

    /** The files in the order of the format's page, each with its mistakes from top to bottom as they were found. */
    private static List<Finding> inFileOrder(PackSource source, List<Finding> found) {
        List<String> files = Stream.concat(PlantPack.FILES.stream(), Stream.of(PlantPack.PLOT))
                .map(source::display)
                .toList();
        Comparator<Finding> order = Comparator.comparingInt(
                finding -> files.contains(finding.file()) ? files.indexOf(finding.file()) : files.size());
        return found.stream()
                .sorted(order.thenComparing(finding -> files.contains(finding.file()) ? "" : finding.file()))
                .toList();
    }

    /** Checks each file against those of the others that could be read. */
    private void together() {
        Optional<FlowsheetNames> names = flowsheet.known();
        Optional<AutomationSystem> automation = parts.knownAutomation().map(known -> automation(known, names));
        names.ifPresent(known -> parameters(known.units()));
        automation.ifPresent(this::impairments);
        parts.knownAutomation().ifPresent(known -> drawings(known, automation.orElseThrow()));
        parts.knownAutomation()
                .ifPresent(known -> plot(known, names.map(FlowsheetNames::units).orElse(null)));
        parts.knownConditions().ifPresent(ids -> ids.forEach(id -> initialCondition(id, automation)));
        List<String> substances = PlantPack.substances(source);
        new PackFolder(source, parts.conditions(), substances.isEmpty() ? null : substances)
                .unread()
                .forEach(this::unread);
    }

    /** A file that nothing reads, unless it is wrong in itself. */
    private void unread(Finding finding) {
        if (findings.all().stream().noneMatch(f -> f.file().equals(finding.file()))) {
            findings.report(finding);
        }
    }

    private AutomationSystem automation(AutomationDefinition definition, Optional<FlowsheetNames> names) {
        ProcessUnits units = names.map(FlowsheetNames::units).orElse(null);
        AskedProcess asked = new AskedProcess(units);
        AutomationSystem automation = new AutomationSystem(definition, asked, parts.tickSeconds(), 0);
        if (units != null) {
            asked.unknown().forEach(unknown -> unknownInProcess(unknown, units));
            new PackUnits(units).instruments(definition, places).forEach(findings::report);
            actuators(asked.driven());
        }
        return automation;
    }

    /** A process variable or actuator that the automation asks for and the flowsheet does not have. */
    private void unknownInProcess(AskedProcess.Unknown unknown, ProcessUnits units) {
        Finding.Place place = places.of(unknown.name());
        if (unknown.actuator()) {
            unknown(place, unknown.name(), ACTUATOR, units.inputs().keySet());
        } else {
            unknown(place, unknown.name(), VARIABLE, units.variables().keySet());
        }
    }

    /** An actuator of the flowsheet that no device moves would stay shut for ever. */
    private void actuators(Set<String> driven) {
        for (PackPlaces.Tag tag : places.actuators()) {
            if (!driven.contains(tag.name())) {
                unknown(tag.place(), tag.name(), DEVICE, driven);
            }
        }
    }

    private void effects(BiConsumer<FaultEffect, String> check) {
        for (int i = 0; i < parts.faults().size(); i++) {
            List<FaultEffect> effects = parts.faults().get(i).effects();
            for (int j = 0; j < effects.size(); j++) {
                check.accept(effects.get(j), "/faults/" + i + "/effects/" + j);
            }
        }
    }

    private void parameters(ProcessUnits process) {
        PackUnits units = new PackUnits(process);
        effects((effect, pointer) -> {
            if (effect instanceof FaultEffect.ProcessParameter parameter
                    && !parameter.parameter().isBlank()) {
                Finding.Place place = new Finding.Place(source.display(FAULTS), pointer);
                if (!process.inputs().containsKey(parameter.parameter())) {
                    unknown(
                            below(place, "/parameter"),
                            parameter.parameter(),
                            PARAMETER,
                            process.inputs().keySet());
                }
                units.parameter(parameter, place).forEach(findings::report);
            }
        });
    }

    private void impairments(AutomationSystem automation) {
        effects((effect, pointer) -> {
            if (effect instanceof FaultEffect.Impairment impairment && isRead(impairment)) {
                impair(automation, impairment, pointer);
            }
        });
    }

    private void impair(AutomationSystem automation, FaultEffect.Impairment impairment, String pointer) {
        try {
            automation.impair(impairment.target(), impairment.kind(), impairment.value());
            automation.clear(impairment.target(), impairment.kind());
        } catch (OtsException refusal) {
            if (!refusal.arguments().contains(Double.NaN)) {
                findings.report(refusal, new Finding.Place(source.display(FAULTS), pointer + wrongField(refusal)));
            }
        }
    }

    private static boolean isRead(FaultEffect.Impairment impairment) {
        return !impairment.target().isBlank() && !impairment.kind().isBlank() && Double.isFinite(impairment.value());
    }

    private static String wrongField(OtsException refusal) {
        if (refusal.errorCode() == AutomationError.UNKNOWN_IMPAIRMENT_TARGET) {
            return "/target";
        }
        return refusal.errorCode() == AutomationError.UNKNOWN_IMPAIRMENT ? "/impairment" : "/value";
    }

    private void drawings(AutomationDefinition definition, AutomationSystem automation) {
        Set<String> shown = new HashSet<>();
        automation.signals().signals().stream().map(Signal::name).forEach(shown::add);
        definition.control().controllers().forEach(c -> shown.add(c.tag()));
        Set<String> devices = PackNames.devices(definition);
        Set<String> tasks = PackNames.tasks(definition);
        Set<String> drawn = new LinkedHashSet<>();
        for (Layout.Use use : parts.uses()) {
            drawn.add(use.name());
            switch (use.kind()) {
                case SHOWN -> known(use, shown, SIGNAL);
                case DEVICE -> known(use, devices, DEVICE);
                case TASK -> known(use, tasks, TASK);
                default -> throw new IllegalStateException(use.kind().name());
            }
        }
        if (!parts.drawn()) {
            return;
        }
        Finding.Place drawings = new Finding.Place(source.display("layout.json"), "/drawings");
        missing(devices, drawn, DEVICE, drawings);
        missing(tasks, drawn, TASK, drawings);
        missing(PackNames.instruments(definition, drawn), drawn, SIGNAL, drawings);
    }

    private void plot(AutomationDefinition definition, @Nullable ProcessUnits units) {
        parts.knownPlot().ifPresent(uses -> {
            PlotNames names = new PlotNames(definition, uses, findings);
            names.known(parts.faults(), units);
            if (parts.placed()) {
                names.missing(new Finding.Place(source.display(PlantPack.PLOT), ""));
            }
        });
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

    private void initialCondition(String id, Optional<AutomationSystem> automation) {
        String file = source.display(PlantPack.conditionFile(id));
        Optional<InitialCondition> read = PlantPack.readCondition(source, id, findings);
        if (read.isEmpty()) {
            return;
        }
        InitialCondition condition = read.get();
        flowsheet.known().ifPresent(names -> charges(condition, names, file));
        boolean stored = isSound(file, "/processState") && !condition.state().isEmpty();
        if (stored && flowsheet.process().isPresent()) {
            double[] state =
                    condition.state().stream().mapToDouble(Double::doubleValue).toArray();
            attempt(
                    new Finding.Place(file, "/processState"),
                    () -> flowsheet.process().get().setStateVector(state));
        }
        automation.ifPresent(system -> condition.presets().forEach((signal, value) -> {
            if (value.isNaN()) {
                return; // reported already
            }
            attempt(new Finding.Place(file, "/presets/" + signal), () -> system.preset(signal, value));
        }));
    }

    private boolean isSound(String file, String pointer) {
        return findings.all().stream()
                .noneMatch(f -> f.file().equals(file) && f.pointer().startsWith(pointer));
    }

    private void charges(InitialCondition condition, FlowsheetNames names, String file) {
        Map<String, Double> liquid = new HashMap<>();
        for (int i = 0; i < condition.charges().size(); i++) {
            InitialCondition.Charge charge = condition.charges().get(i);
            Finding.Place place = new Finding.Place(file, "/charges/" + i);
            charge(charge, names, place);
            double sum = liquid.merge(charge.holdup(), charge.volume(), Double::sum);
            double room = names.holdups().getOrDefault(charge.holdup(), Double.NaN);
            if (sum > room) {
                Finding.Place volume = below(place, "/volume");
                findings.report(new Finding(
                        volume.file(),
                        volume.pointer(),
                        PlantError.TOO_MUCH_CHARGED,
                        List.of(Brief.number(sum), charge.holdup(), Brief.number(room))));
            }
        }
    }

    private void charge(InitialCondition.Charge charge, FlowsheetNames names, Finding.Place place) {
        if (!charge.holdup().isBlank() && !names.holdups().containsKey(charge.holdup())) {
            unknown(
                    below(place, "/holdup"),
                    charge.holdup(),
                    HOLDUP,
                    names.holdups().keySet());
        }
        for (String component :
                charge.massFractions().keySet().stream().sorted().toList()) {
            if (!names.components().contains(component)) {
                unknown(below(place, "/massFractions/" + component), component, COMPONENT, names.components());
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
            // a range with an end that could not be read is named where it stands
            if (!refusal.arguments().contains(Double.NaN)) {
                findings.report(refusal, place);
            }
        }
    }
}
