package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.expression.Reading;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;

/** Collects score events; used when something happens, never in the steady path. */
final class ScoreLog implements Stateful {
    private final List<ScoreEvent> events = new ArrayList<>();

    /** What an event is about, apart from points and reason. */
    record Subject(
            String ruleId,
            ScoreEvent.Category category,
            SignalView view,
            List<Reading> evidence,
            @Nullable CommandRecord before) {}

    ScoreEvent add(Subject subject, double earned, double lost, Reason reason, LocalText text) {
        ScoreEvent event = new ScoreEvent(
                subject.ruleId,
                subject.category,
                reason,
                text,
                subject.view.tick(),
                subject.view.time(),
                earned,
                lost,
                subject.evidence,
                Optional.ofNullable(subject.before));
        events.add(event);
        return event;
    }

    /** The latest event of a rule. */
    Optional<ScoreEvent> last(String ruleId, ScoreEvent.Category category) {
        return events.stream()
                .filter(event -> event.ruleId().equals(ruleId) && event.category() == category)
                .reduce((first, second) -> second);
    }

    List<ScoreEvent> all() {
        return events;
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeInt(events.size());
        events.forEach(event -> ScoreState.event(writer, event));
    }

    @Override
    public void restore(StateReader reader) {
        events.clear();
        for (int left = reader.readInt(); left > 0; left--) {
            events.add(ScoreState.event(reader));
        }
    }
}
