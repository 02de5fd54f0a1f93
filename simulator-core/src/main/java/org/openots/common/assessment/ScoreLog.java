package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.expression.Reading;
import org.openots.common.signal.SignalView;
import org.openots.common.text.LocalText;

/** Collects score events; used when something happens, never in the steady path. */
final class ScoreLog {
    private final List<ScoreEvent> events = new ArrayList<>();

    ScoreLog() {}

    ScoreLog(ScoreLog other) {
        events.addAll(other.events);
    }

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

    List<ScoreEvent> all() {
        return events;
    }
}
