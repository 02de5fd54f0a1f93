package org.openots.instructor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunEvents;
import org.openots.simulator.alarm.AlarmMetrics;

/** The measures themselves are tested where they are worked out; here, that the events of a run are read rightly. */
class AlarmReviewTest {
    private static RunEvent event(double time, String kind, String subject, String code, double priority) {
        return new RunEvent(
                Math.round(time * 10),
                time,
                kind,
                subject,
                RunEvent.NO_COMMAND,
                code,
                new LocalText(kind, kind),
                Map.of("priority", priority, "value", 1.0, "limit", 2.0),
                false);
    }

    private static RunEvent alarm(double time, String subject, String code, double priority) {
        return event(time, RunEvent.ALARM, subject, code, priority);
    }

    @Test
    void readsTheEventsOfARun() {
        List<RunEvent> events = List.of(
                alarm(10, "LIC-702.LO", "unack", 2),
                event(12, RunEvent.APPLIED, "FIC-701", "sp", 0),
                alarm(40, "LIC-702.LO", "ack", 2),
                alarm(300, "I-03.TRIP", "unack", 1));
        AlarmMetrics metrics = AlarmReview.of(events, 1200);
        assertThat(metrics.annunciations()).isEqualTo(2);
        assertThat(metrics.perTenMinutes()).isEqualTo(1);
        assertThat(metrics.byPriority()).containsEntry(1, 1).containsEntry(2, 1);
        assertThat(metrics.meanAcknowledgeSeconds()).isEqualTo(30);
        assertThat(metrics.standing()).isEqualTo(2);
    }

    @Test
    void whatWasUndoneDoesNotCount() {
        List<RunEvent> events = new ArrayList<>(List.of(
                alarm(10, "LIC-702.LO", "unack", 2),
                alarm(500, "PI-701.HH", "unack", 1),
                event(100, RunEvents.REWOUND, "", "", 0)));
        assertThat(AlarmReview.of(events, 100).annunciations()).isEqualTo(1);
        events.add(alarm(520, "PI-701.HH", "unack", 1));
        assertThat(AlarmReview.of(events, 600).annunciations()).isEqualTo(2);
        assertThat(AlarmReview.of(List.of(), 0).annunciations()).isZero();
    }
}
