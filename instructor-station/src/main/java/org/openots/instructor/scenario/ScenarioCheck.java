package org.openots.instructor.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.RunEngine;
import org.openots.instructor.session.RunEngineFactory;
import org.openots.simulator.automation.AutomationSystem;
import org.openots.simulator.fault.EventOrders;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessModel;

/** Checks scenarios by what their plant can do: every event is ordered of an engine, as a run would order it. */
public final class ScenarioCheck {
    private static final double ROUNDING = 1e6;

    private final PlantLibrary library;
    private final RunEngineFactory engines;

    /**
     * Checks against a station.
     *
     * @param library plants and tasks
     * @param engines plants in motion
     */
    public ScenarioCheck(PlantLibrary library, RunEngineFactory engines) {
        this.library = library;
        this.engines = engines;
    }

    /**
     * What came of a check.
     *
     * @param scenario the scenario; nothing when its form is wrong
     * @param findings all mistakes: of its form, or, when that is right, of what it says
     */
    public record Result(Optional<Scenario> scenario, List<Finding> findings) {
        /** Keeps an unmodifiable copy. */
        public Result {
            findings = List.copyOf(findings);
        }

        /**
         * Whether a run can begin with it.
         *
         * @return true when nothing is wrong
         */
        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /**
     * Checks a file.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @return what came of it
     */
    public Result check(String file, byte[] json) {
        Findings form = Findings.collecting();
        Scenario scenario = ScenarioReader.read(file, json, form);
        if (!form.isEmpty()) {
            return new Result(Optional.empty(), form.all());
        }
        return new Result(Optional.of(scenario), check(file, scenario));
    }

    /** All that is wrong with what a scenario says. */
    List<Finding> check(String file, Scenario scenario) {
        Report report = new Report(file, new ArrayList<>());
        Optional<PlantPack> pack = library.pack(scenario.plant());
        if (pack.isEmpty()) {
            report.add("/plant", CommonError.JSON_UNKNOWN_NAME, scenario.plant(), new LocalText("装置", "plant"));
            return report.found();
        }
        scenario.task().ifPresent(task -> task(report, scenario.plant(), task));
        if (!pack.get().initialConditionIds().contains(scenario.initialCondition())) {
            report.add(
                    "/initialCondition",
                    CommonError.JSON_NOT_ALLOWED,
                    scenario.initialCondition(),
                    String.join(", ", pack.get().initialConditionIds()));
            return report.found();
        }
        RunEngine engine = engines.start(scenario.plant(), scenario.initialCondition(), 1);
        for (int i = 0; i < scenario.events().size(); i++) {
            event(report, "/events/" + i, scenario.events().get(i), pack.get(), engine);
        }
        return report.found();
    }

    private record Report(String file, List<Finding> found) {
        void add(String pointer, org.openots.common.error.ErrorCode code, Object... values) {
            found.add(new Finding(file, pointer, code, List.of(values)));
        }

        void add(String pointer, OtsException refusal) {
            found.add(Finding.of(refusal, new Finding.Place(file, pointer)));
        }
    }

    private void task(Report report, String plant, String id) {
        Optional<Task> task = library.find(id);
        if (task.isEmpty()) {
            report.add("/task", CommonError.JSON_UNKNOWN_NAME, id, new LocalText("任务", "task"));
        } else if (!task.get().plant().equals(plant)) {
            report.add("/task", ScenarioError.TASK_PLANT, id, plant);
        }
    }

    private static void event(Report report, String pointer, Scenario.Event event, PlantPack pack, RunEngine engine) {
        if (event.action() instanceof Scenario.Disturbance disturbance && !unit(report, pointer, disturbance, pack)) {
            return;
        }
        FaultOrder order = ScenarioOrders.order(event);
        if (!order.when().isEmpty()) {
            try {
                engine.armFault(new FaultOrder(
                        event.id() + "?", EventOrders.TELL + "?\n?", 1, 0, 0, order.when(), order.holdSeconds()));
            } catch (OtsException e) {
                report.add(pointer + "/trigger/when", e);
            }
        }
        try {
            engine.armFault(new FaultOrder(
                    order.key(), order.fault(), order.severity(), order.rampSeconds(), order.delaySeconds(), "", 0));
        } catch (OtsException e) {
            report.add(pointer + field(event.action()), e);
        }
    }

    private static String field(Scenario.Action action) {
        return switch (ScenarioWriter.kind(action)) {
            case "fault" -> "/fault";
            case "override" -> "/tag";
            case "remote" -> "/target";
            case "disturbance" -> "/parameter";
            default -> "/text";
        };
    }

    private static boolean unit(Report report, String pointer, Scenario.Disturbance disturbance, PlantPack pack) {
        Optional<EventOrders.Span> span = spans(pack).stream()
                .filter(one -> one.parameter().equals(disturbance.parameter()))
                .findFirst();
        if (span.isEmpty()) {
            // told with the parameter
            return Units.symbols("1").contains(disturbance.unit())
                    || known(report, pointer + "/unit", disturbance.unit());
        }
        String dimension = span.get().unit();
        if (!Units.symbols(dimension).contains(disturbance.unit())) {
            report.add(
                    pointer + "/unit",
                    ScenarioError.UNIT,
                    disturbance.unit(),
                    String.join(", ", Units.symbols(dimension)));
            return false;
        }
        return range(report, pointer + "/value", disturbance, span.get());
    }

    private static boolean range(
            Report report, String pointer, Scenario.Disturbance disturbance, EventOrders.Span span) {
        Units.Unit unit = Units.of(disturbance.unit());
        double value = unit.toSi(disturbance.value());
        if (value >= span.low() && value <= span.high()) {
            return true;
        }
        report.add(
                pointer,
                ScenarioError.RANGE,
                disturbance.value(),
                disturbance.unit(),
                rounded(unit.fromSi(span.low())),
                rounded(unit.fromSi(span.high())));
        return false;
    }

    /** For people: conversions leave digits that nobody wrote. */
    private static double rounded(double value) {
        return Math.round(value * ROUNDING) / ROUNDING;
    }

    private static boolean known(Report report, String pointer, String unit) {
        try {
            Units.of(unit);
            return true;
        } catch (OtsException e) {
            report.add(pointer, e);
            return false;
        }
    }

    /**
     * What of the process of a plant can be disturbed, and how far.
     *
     * @param pack the plant
     * @return sorted by parameter
     */
    public static List<EventOrders.Span> spans(PlantPack pack) {
        ProcessModel process = pack.newProcess();
        return EventOrders.spans(pack.faults(), parameter -> process.nominal(process.actuator(parameter)));
    }

    /**
     * What of a plant can be operated.
     *
     * @param pack the plant
     * @return by target, the verbs with their rules
     */
    public static Map<String, Map<String, VerbRule>> operations(PlantPack pack) {
        return new AutomationSystem(pack.automation(), pack.newProcess(), pack.tickSeconds(), 1).operations();
    }
}
