package org.openots.hazop.drill;

import java.util.List;
import org.openots.common.assessment.RubricScorer;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.expression.Expression;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Order;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.interlock.InterlockDefinition;
import org.openots.simulator.operation.Command;

/** Checks drills against their plant. */
final class DrillCheck {
    private static final double ROUNDING = 1e-6;
    private static final LocalText BUTTON = new LocalText("可以按下的紧急停车按钮", "an emergency stop that can be pressed");
    private static final LocalText INTERLOCK = new LocalText("联锁编号", "the id of an interlock");
    private static final LocalText LIMIT = new LocalText("能看到这种效果的信号", "a signal that can show this effect");
    private static final LocalText OPERATION = new LocalText("可以执行的操作", "an operation it takes");

    private final PlantNames names;
    private final String file;
    private final Findings findings;

    private DrillCheck(PlantNames names, String file, Findings findings) {
        this.names = names;
        this.file = file;
        this.findings = findings;
    }

    static List<Finding> check(String file, byte[] json, PlantNames names) {
        Findings findings = Findings.collecting();
        DrillSet set = DrillLibrary.read(file, json, findings);
        if (findings.isEmpty()) {
            DrillCheck check = new DrillCheck(names, file, findings);
            for (int i = 0; i < set.drills().size(); i++) {
                check.drill(set.drills().get(i), "/drills/" + i);
            }
        }
        return findings.all();
    }

    private void report(String pointer, ErrorCode code, Object... arguments) {
        findings.report(new Finding(file, pointer, code, List.of(arguments)));
    }

    private void drill(Drill drill, String pointer) {
        String condition = drill.start().initialCondition();
        if (!names.pack().initialConditionIds().contains(condition)) {
            report(
                    pointer + "/initialCondition",
                    DrillError.UNKNOWN_CONDITION,
                    condition,
                    names.pack().id());
            return;
        }
        PlantEngine engine = new PlantEngine(names.pack(), names.pack().initialCondition(condition), 0);
        drill.rules().note().ifPresent(note -> note(drill, note, engine, pointer + "/note"));
        drill.rules().trial().ifPresent(trial -> trial(trial, engine, pointer + "/trial"));
        for (int i = 0; i < drill.cases().size(); i++) {
            drillCase(drill.cases().get(i), engine, pointer + "/cases/" + i);
        }
    }

    /** What a note asks for must be there to compare it with. */
    private void note(Drill drill, DrillRules.Note note, PlantEngine engine, String pointer) {
        if (names.signals().find(note.emergencyStop()) == SignalTable.NONE
                || !accepts(engine, note.emergencyStop(), "press", 0)) {
            unknown("/emergencyStop", note.emergencyStop(), BUTTON);
        }
        List<String> interlocks = names.pack().automation().interlocks().stream()
                .map(InterlockDefinition::id)
                .toList();
        drill.offers().trips().stream()
                .map(Drill.Option::id)
                .filter(id -> !id.equals(DrillRules.NONE) && !interlocks.contains(id))
                .forEach(id -> unknown("/trips", id, INTERLOCK));
        for (String when : note.states().values()) {
            try {
                var unused = Expression.condition(when, names.signals());
            } catch (OtsException e) {
                findings.report(e, new Finding.Place(file, "/states"));
            }
        }
        String last = note.states().values().stream().reduce("", (before, after) -> after);
        if (!last.equals("true")) {
            report(pointer, DrillError.OPTION_MISSING, "/states", "true");
        }
    }

    /** What is played must be possible in the plant. */
    private void trial(DrillRules.Trial trial, PlantEngine engine, String pointer) {
        trial.limits().values().stream()
                .filter(limit -> names.observed(limit.signal(), limit.kind()).isEmpty())
                .forEach(limit -> unknown("/limits", limit.signal(), LIMIT));
        trial.disable().values().stream().flatMap(List::stream).forEach(order -> {
            if (order instanceof Order.Operation operation
                    && !accepts(
                            engine,
                            operation.target(),
                            operation.verb(),
                            operation.value().orElse(0))) {
                unknown(pointer, operation.target() + " " + operation.verb(), OPERATION);
            }
        });
    }

    private void unknown(String pointer, String id, LocalText needed) {
        report(pointer, DrillError.UNKNOWN_NAME, id, needed, names.pack().id());
    }

    private static boolean accepts(PlantEngine engine, String target, String verb, double value) {
        try {
            engine.check(new Command(1, 1, target, verb, value, ""), true);
            return true;
        } catch (OtsException refused) {
            return false;
        }
    }

    private void drillCase(DrillCase one, PlantEngine engine, String pointer) {
        List<String> known =
                names.pack().faults().stream().map(FaultDefinition::id).toList();
        for (DrillCase.Fault fault : one.faults()) {
            if (!known.contains(fault.fault())) {
                report(
                        pointer + "/faults",
                        DrillError.UNKNOWN_FAULT,
                        fault.fault(),
                        names.pack().id());
            }
        }
        one.sequence().ifPresent(rubric -> {
            if (Math.abs(rubric.maximum() - DrillWeights.SUM) > ROUNDING) {
                report(pointer + "/sequence/steps", DrillError.WEIGHT_SUM, rubric.maximum(), DrillWeights.SUM);
            }
            try {
                var unused = new RubricScorer(rubric, names.signals());
            } catch (OtsException e) {
                findings.report(e, new Finding.Place(file, pointer + "/sequence"));
            }
        });
        for (int i = 0; i < one.expert().size(); i++) {
            DrillCase.ExpertOrder order = one.expert().get(i);
            try {
                engine.check(new Command(1, 1, order.target(), order.verb(), order.value(), ""), false);
            } catch (OtsException e) {
                findings.report(e, new Finding.Place(file, pointer + "/expert/" + i));
            }
        }
    }
}
