package org.openots.instructor.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricScorer;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunScorer;

/** Scores a run by a rubric. */
final class RubricRunScorer implements RunScorer {
    private final String task;
    private final Rubric rubric;
    private final RubricScorer scorer;

    RubricRunScorer(String task, Rubric rubric, SignalTable signals) {
        this.task = task;
        this.rubric = rubric;
        this.scorer = new RubricScorer(rubric, signals);
    }

    @Override
    public void observe(SignalView view, List<RunEvent> events) {
        List<CommandRecord> commands = List.of();
        for (RunEvent event : events) {
            if (event.kind().equals(RunEvent.APPLIED)) {
                commands = commands.isEmpty() ? new ArrayList<>() : commands;
                commands.add(new CommandRecord(
                        event.tick(),
                        event.time(),
                        event.subject(),
                        event.code(),
                        event.values().getOrDefault("value", 0.0),
                        "",
                        true));
            }
        }
        scorer.observe(view, commands);
    }

    @Override
    public void close() {
        scorer.close();
    }

    @Override
    public JsonNode progress() {
        return ScoreJson.progress(task, rubric, scorer.sheet(), scorer::pending);
    }

    @Override
    public JsonNode sheet() {
        return ScoreJson.sheet(rubric, scorer.sheet());
    }

    @Override
    public double total() {
        return scorer.sheet().totals().total();
    }

    @Override
    public byte[] saveState() {
        StateWriter state = new StateWriter();
        scorer.save(state);
        return state.toByteArray();
    }

    @Override
    public void restoreState(SignalView present, byte[] state) {
        StateReader reader = new StateReader(state);
        scorer.restore(present, reader);
        reader.end();
    }
}
