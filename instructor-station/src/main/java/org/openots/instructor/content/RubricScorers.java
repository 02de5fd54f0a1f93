package org.openots.instructor.content;

import org.openots.common.signal.SignalTable;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.session.RunScorer;
import org.openots.instructor.session.RunScorerFactory;

/** Scorers of the suite's rubrics; a task has the name of its rubric. */
final class RubricScorers implements RunScorerFactory {
    private final RubricLibrary rubrics;
    private final PlantLibrary plants;

    RubricScorers(RubricLibrary rubrics, PlantLibrary plants) {
        this.rubrics = rubrics;
        this.plants = plants;
    }

    @Override
    public String rubricHash(String task) {
        return rubrics.rubric(plants.task(task).plant(), task).head().ref().sha256();
    }

    @Override
    public RunScorer start(String task, SignalTable signals) {
        return new RubricRunScorer(task, rubrics.rubric(plants.task(task).plant(), task), signals);
    }
}
