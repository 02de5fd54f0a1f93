package org.openots.instructor.content;

import java.util.Map;
import org.openots.common.assessment.Rubric;
import org.openots.common.signal.SignalTable;
import org.openots.instructor.session.RunScorer;
import org.openots.instructor.session.RunScorerFactory;

/** Scores every task by one rubric: for scoring a recorded run again. */
public final class FixedRubric implements RunScorerFactory {
    private final Rubric rubric;

    /**
     * Prepares the factory.
     *
     * @param rubric by what to score
     */
    public FixedRubric(Rubric rubric) {
        this.rubric = rubric;
    }

    @Override
    public String rubricHash(String task) {
        return rubric.head().ref().sha256();
    }

    @Override
    public RunScorer start(String task, SignalTable signals) {
        return new RubricRunScorer(task, rubric, signals, Map.of());
    }
}
