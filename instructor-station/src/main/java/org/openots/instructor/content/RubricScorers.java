package org.openots.instructor.content;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openots.common.signal.SignalTable;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.hazop.drill.Drill;
import org.openots.hazop.drill.DrillLibrary;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.rig.RigWatch;
import org.openots.instructor.session.RunScorer;
import org.openots.instructor.session.RunScorerFactory;
import org.openots.simulator.fault.FaultDefinition;

/** Scorers of the suite's rubrics and drills; a task has the name of its rubric or drill. */
final class RubricScorers implements RunScorerFactory {
    private final RubricLibrary rubrics;
    private final DrillLibrary drills;
    private final PlantLibrary plants;

    RubricScorers(RubricLibrary rubrics, DrillLibrary drills, PlantLibrary plants) {
        this.rubrics = rubrics;
        this.drills = drills;
        this.plants = plants;
    }

    @Override
    public String rubricHash(String task) {
        if (task.equals(RigWatch.TASK)) {
            return "";
        }
        return drills.find(task).isPresent()
                ? drills.hash(task)
                : rubrics.rubric(plants.task(task).plant(), task).head().ref().sha256();
    }

    @Override
    public RunScorer start(String task, SignalTable signals) {
        if (task.equals(RigWatch.TASK)) {
            return new RigWatch();
        }
        Optional<Drill> drill = drills.find(task);
        if (drill.isPresent()) {
            return new DrillRunScorer(drill.get(), drills.hash(task), signals);
        }
        String plant = plants.task(task).plant();
        return new RubricRunScorer(task, rubrics.rubric(plant, task), signals, menu(plant));
    }

    private Map<String, FaultDefinition> menu(String plant) {
        return plants.pack(plant).stream()
                .flatMap(pack -> pack.faults().stream())
                .collect(Collectors.toMap(FaultDefinition::id, Function.identity()));
    }
}
