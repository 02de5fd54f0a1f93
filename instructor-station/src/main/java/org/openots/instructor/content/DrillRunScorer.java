package org.openots.instructor.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.hazop.drill.Drill;
import org.openots.hazop.drill.DrillAnswers;
import org.openots.hazop.drill.DrillScorer;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunScorer;
import org.openots.simulator.alarm.AlarmState;

/** Scores a run of a drill. While it is open nothing of what is right is told, not even which steps there are. */
final class DrillRunScorer implements RunScorer {
    private static final List<String> BEGUN = List.of("fault-ramping", "fault-active");

    /** Answers whose text counts. */
    private static final List<String> WORDED = List.of(DrillAnswers.NOTE, DrillAnswers.TRIAL);

    private static final String NEW_ALARM = AlarmState.UNACK.word();

    private final Drill drill;
    private final String hash;
    private final DrillScorer scorer;
    private double time;
    private boolean closed;

    DrillRunScorer(Drill drill, String hash, SignalTable signals) {
        this.drill = drill;
        this.hash = hash;
        this.scorer = new DrillScorer(drill, signals);
    }

    @Override
    public void observe(SignalView view, List<RunEvent> events) {
        if (closed) {
            return;
        }
        time = view.time();
        List<CommandRecord> commands = events.isEmpty() ? List.of() : new ArrayList<>();
        List<String> begun = events.isEmpty() ? List.of() : new ArrayList<>();
        boolean alarm = false;
        for (RunEvent event : events) {
            if (event.kind().equals(RunEvent.APPLIED)) {
                commands.add(command(event));
            } else if (BEGUN.contains(event.kind())) {
                begun.add(event.code());
            } else {
                alarm |= event.kind().equals(RunEvent.ALARM) && event.code().equals(NEW_ALARM);
            }
        }
        scorer.observe(view, commands, new DrillScorer.Seen(begun, alarm));
    }

    private static CommandRecord command(RunEvent event) {
        boolean worded = event.subject().equals(DrillAnswers.TARGET) && WORDED.contains(event.code());
        return new CommandRecord(
                event.tick(),
                event.time(),
                event.subject(),
                event.code(),
                event.values().getOrDefault("value", 0.0),
                worded ? event.text().zh() : "",
                true);
    }

    @Override
    public void close() {
        closed = true;
        scorer.close();
    }

    @Override
    public JsonNode progress() {
        return DrillJson.progress(drill, scorer.score());
    }

    @Override
    public JsonNode sheet() {
        return DrillJson.sheet(drill, hash, scorer.score(), time, closed);
    }

    @Override
    public double total() {
        return scorer.score().total();
    }

    @Override
    public byte[] saveState() {
        StateWriter state = new StateWriter();
        state.section("drill run");
        state.writeDouble(time);
        state.writeBoolean(closed);
        scorer.save(state);
        return state.toByteArray();
    }

    @Override
    public void restoreState(SignalView present, byte[] state) {
        StateReader reader = new StateReader(state);
        reader.section("drill run");
        time = reader.readDouble();
        closed = reader.readBoolean();
        scorer.restore(present, reader);
        reader.end();
    }
}
