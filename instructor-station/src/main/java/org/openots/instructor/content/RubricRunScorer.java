package org.openots.instructor.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.assessment.TaskScorer;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunScorer;
import org.openots.simulator.fault.FaultDefinition;

/** Scores a run by a rubric. */
final class RubricRunScorer implements RunScorer {
    private static final List<String> BEGUN = List.of("fault-ramping", "fault-active");

    private final String task;
    private final Rubric rubric;
    private final TaskScorer scorer;
    private final FaultTaskJson faults;

    RubricRunScorer(String task, Rubric rubric, SignalTable signals, Map<String, FaultDefinition> menu) {
        this.task = task;
        this.rubric = rubric;
        this.scorer = TaskScorer.of(rubric, signals);
        this.faults = new FaultTaskJson(menu);
    }

    @Override
    public void observe(SignalView view, List<RunEvent> events) {
        if (events.isEmpty()) {
            scorer.observe(view, List.of(), TaskScorer.Seen.NOTHING);
            return;
        }
        List<CommandRecord> commands = new ArrayList<>();
        List<String> begun = new ArrayList<>();
        List<TaskScorer.Alarm> alarms = new ArrayList<>();
        for (RunEvent event : events) {
            if (BEGUN.contains(event.kind())) {
                begun.add(event.code());
            } else if (event.kind().equals(RunEvent.ALARM)) {
                alarms.add(new TaskScorer.Alarm(event.subject(), event.code()));
            } else if (event.kind().equals(RunEvent.APPLIED)) {
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
        scorer.observe(view, commands, new TaskScorer.Seen(begun, alarms));
    }

    @Override
    public void close() {
        scorer.close();
    }

    @Override
    public JsonNode progress() {
        return scorer.faultReport()
                .map(report -> faults.progress(task, rubric, report))
                .orElseGet(() -> ScoreJson.progress(task, rubric, scorer.sheet(), scorer::pending));
    }

    @Override
    public JsonNode sheet() {
        ScoreSheet sheet = scorer.sheet();
        ObjectNode root = ScoreJson.sheet(rubric, sheet);
        scorer.faultReport().ifPresent(report -> faults.add(root, rubric, report, sheet.closed()));
        return root;
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
