package org.openots.hazop.drill;

import java.util.List;
import org.openots.common.assessment.RubricScorer;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.hazop.plant.PlantNames;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.operation.Command;

/** Checks drills against their plant. */
final class DrillCheck {
    private static final double ROUNDING = 1e-6;

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
        for (int i = 0; i < drill.cases().size(); i++) {
            drillCase(drill.cases().get(i), engine, pointer + "/cases/" + i);
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
