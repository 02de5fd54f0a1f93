package org.openots.simulator.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmMetricsTest {
    private final List<AlarmChanged> changes = new ArrayList<>();

    private void change(double time, String alarm, int priority, AlarmState from, AlarmState to) {
        changes.add(new AlarmChanged(from, new AlarmStatus(alarm, "T-1", AlarmKind.H, priority, to, time, 81, 80)));
    }

    private void come(double time, String alarm) {
        change(time, alarm, 2, AlarmState.NORMAL, AlarmState.UNACK);
    }

    private void go(double time, String alarm) {
        change(time, alarm, 2, AlarmState.UNACK, AlarmState.RTN);
        change(time, alarm, 2, AlarmState.RTN, AlarmState.NORMAL);
    }

    @Test
    void ratesCountWhatComesToTheOperator() {
        come(10, "A");
        change(40, "A", 2, AlarmState.UNACK, AlarmState.ACK);
        change(100, "A", 2, AlarmState.ACK, AlarmState.NORMAL);
        change(700, "B", 1, AlarmState.NORMAL, AlarmState.UNACK);
        change(710, "C", 3, AlarmState.NORMAL, AlarmState.SUPPRESSED);
        AlarmMetrics metrics = AlarmMetrics.of(changes, 0, 1800);
        assertThat(metrics.annunciations()).isEqualTo(2);
        assertThat(metrics.perTenMinutes()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(metrics.peakTenMinutes()).as("690 s apart").isEqualTo(1);
        assertThat(metrics.meanAcknowledgeSeconds()).isEqualTo(30);
        assertThat(metrics.standing()).isEqualTo(1);
        assertThat(metrics.standingPeak()).isEqualTo(1);
        assertThat(metrics.byPriority()).containsEntry(2, 1).containsEntry(1, 1).hasSize(2);
        assertThat(metrics.floods()).isEmpty();
    }

    @Test
    void aFloodBeginsWithTheTenthAlarmAndEndsWhenFewerThanFiveAreLeft() {
        for (int i = 0; i < 12; i++) {
            come(100 + 20 * i, "A" + i);
        }
        AlarmMetrics metrics = AlarmMetrics.of(changes, 0, 3600);
        // the tenth comes at 280 s; after the eighth has left at 240 + 600 s four are left
        assertThat(metrics.floods()).containsExactly(new AlarmMetrics.Flood(280, 840, 12));
        assertThat(metrics.peakTenMinutes()).isEqualTo(12);
        assertThat(metrics.floodShare()).isCloseTo(560 / 3600.0, within(1e-12));
        assertThat(metrics.shareOverTen()).as("one of six periods").isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void nineAlarmsAreNoFlood() {
        for (int i = 0; i < 9; i++) {
            come(100 + 20 * i, "A" + i);
        }
        come(700.1, "late");
        assertThat(AlarmMetrics.of(changes, 0, 3600).floods()).isEmpty();
    }

    @Test
    void twoFloodsAreTold() {
        for (int i = 0; i < 10; i++) {
            come(i, "A" + i);
            go(i, "A" + i);
        }
        for (int i = 0; i < 10; i++) {
            come(5000 + i, "A" + i);
        }
        AlarmMetrics metrics = AlarmMetrics.of(changes, 0, 5300);
        assertThat(metrics.floods()).hasSize(2);
        assertThat(metrics.floods().get(0)).isEqualTo(new AlarmMetrics.Flood(9, 605, 10));
        assertThat(metrics.floods().get(1).end()).as("still on at the end").isEqualTo(5300);
        assertThat(metrics.standing()).isEqualTo(10);
    }

    @Test
    void chatteringFleetingAndTheWorst() {
        for (int i = 0; i < 3; i++) {
            come(100 + 20 * i, "chatter");
            go(105 + 20 * i, "chatter");
        }
        come(1000, "slow");
        go(1030, "slow");
        come(90_000, "stale");
        AlarmMetrics metrics = AlarmMetrics.of(changes, 0, 200_000);
        assertThat(metrics.chattering()).containsExactly("chatter");
        assertThat(metrics.fleeting()).isEqualTo(3);
        assertThat(metrics.stale()).containsExactly("stale");
        assertThat(metrics.worst()).first().isEqualTo(new AlarmMetrics.Count("chatter", 3, 0.6));
        assertThat(metrics.worst()).extracting(AlarmMetrics.Count::alarm).containsExactly("chatter", "slow", "stale");
    }

    @Test
    void aRunWithoutAlarmsIsQuiet() {
        AlarmMetrics metrics = AlarmMetrics.of(List.of(), 0, 600);
        assertThat(metrics.annunciations()).isZero();
        assertThat(metrics.worst()).isEmpty();
        assertThat(metrics.meanAcknowledgeSeconds()).isNaN();
    }
}
