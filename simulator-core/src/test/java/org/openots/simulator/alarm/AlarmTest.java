package org.openots.simulator.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Order;
import org.openots.simulator.signal.SignalBoard;

class AlarmTest {
    private final SignalBoard board = new SignalBoard(0.1);
    private final int value = board.declare("T-1", "°C", new LocalText("温度", "temperature"));
    private final List<AutomationEvent> events = new ArrayList<>();
    private boolean suppress;
    private final Alarm high = alarm(AlarmKind.H, 80, 1.0, 2.0, 2);
    private final Alarm low = alarm(AlarmKind.L, 20, 0, 0, 1);
    private final AlarmList list = new AlarmList(List.of(high, low), List.of(), board, events::add);

    AlarmTest() {
        board.set(value, 50);
        scan(1);
    }

    private Alarm alarm(AlarmKind kind, double limit, double on, double off, int priority) {
        AlarmDefinition definition =
                new AlarmDefinition("T-1", kind, limit, 2, new AlarmDefinition.Delays(on, off), priority, "");
        return new Alarm(definition, board, events::add, () -> suppress, 0.1);
    }

    private void scan(double seconds) {
        for (long i = Math.round(seconds / 0.1); i > 0; i--) {
            board.advance();
            list.scan();
        }
    }

    private AlarmState state() {
        return high.status().state();
    }

    private double signal(String name) {
        return board.value(board.index(name));
    }

    private static Order order(String verb, double value) {
        return new Order("T-1.H", verb, value, "", true);
    }

    @Test
    void delaysAndDeadband() {
        board.set(value, 81);
        scan(1.0);
        assertThat(signal("T-1.H")).isZero();
        scan(0.1);
        assertThat(signal("T-1.H")).isEqualTo(1);
        board.set(value, 79);
        scan(10);
        assertThat(signal("T-1.H")).as("inside the deadband").isEqualTo(1);
        board.set(value, 77.9);
        scan(2.0);
        assertThat(signal("T-1.H")).isEqualTo(1);
        scan(0.1);
        assertThat(signal("T-1.H")).isZero();
    }

    @Test
    void shortPeakGivesNoAlarm() {
        board.set(value, 90);
        scan(0.9);
        board.set(value, 50);
        scan(5);
        assertThat(events).isEmpty();
    }

    @Test
    void acknowledgedThenReturned() {
        raise();
        assertThat(state()).isEqualTo(AlarmState.UNACK);
        assertThat(signal("ALARMS.UNACK")).isEqualTo(1);
        assertThat(high.operate(order("ack", 0))).isEmpty();
        assertThat(state()).isEqualTo(AlarmState.ACK);
        assertThat(high.operate(order("ack", 0)).orElseThrow().code())
                .isEqualTo(AutomationError.NOTHING_TO_ACKNOWLEDGE);
        clear();
        assertThat(state()).isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void returnedThenAcknowledged() {
        raise();
        clear();
        assertThat(state()).isEqualTo(AlarmState.RTN);
        assertThat(signal("ALARMS.UNACK")).isEqualTo(1);
        high.operate(order("ack", 0));
        assertThat(state()).isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void comingAgainBeforeAcknowledgement() {
        raise();
        clear();
        raise();
        assertThat(state()).isEqualTo(AlarmState.UNACK);
    }

    @Test
    void shelvingExpires() {
        raise();
        assertThat(high.operate(order("shelve", 30))).isEmpty();
        assertThat(state()).isEqualTo(AlarmState.SHELVED);
        scan(29.9);
        assertThat(state()).isEqualTo(AlarmState.SHELVED);
        assertThat(signal("T-1.H")).as("the condition stays known").isEqualTo(1);
        scan(0.2);
        assertThat(state()).isEqualTo(AlarmState.UNACK);
    }

    @Test
    void unshelvedByHand() {
        high.operate(order("shelve", 600));
        assertThat(state()).isEqualTo(AlarmState.SHELVED);
        raise();
        assertThat(state()).isEqualTo(AlarmState.SHELVED);
        high.operate(order("unshelve", 0));
        assertThat(state()).isEqualTo(AlarmState.UNACK);
        assertThat(high.operate(order("unshelve", 0)).orElseThrow().code()).isEqualTo(AutomationError.ALARM_STATE);
    }

    @Test
    void suppressedByDesign() {
        suppress = true;
        raise();
        assertThat(state()).isEqualTo(AlarmState.SUPPRESSED);
        assertThat(high.operate(order("shelve", 30)).orElseThrow().code()).isEqualTo(AutomationError.ALARM_STATE);
        suppress = false;
        scan(Alarm.RELEASE_DELAY - 0.2);
        assertThat(state()).isEqualTo(AlarmState.SUPPRESSED);
        scan(0.3);
        assertThat(state()).isEqualTo(AlarmState.UNACK);
        suppress = true;
        scan(0.1);
        assertThat(state()).isEqualTo(AlarmState.SUPPRESSED);
    }

    @Test
    void noiseOnTheConditionOfSuppressionMakesNoAlarmComeAndGo() {
        suppress = true;
        raise();
        events.clear();
        for (int i = 0; i < 600; i++) {
            suppress = i % 3 == 0;
            scan(0.1);
        }
        assertThat(state()).isEqualTo(AlarmState.SUPPRESSED);
        assertThat(events).isEmpty();
    }

    @Test
    void outOfServiceUntilReturned() {
        high.operate(order("service", 0));
        raise();
        assertThat(state()).isEqualTo(AlarmState.OUT_OF_SERVICE);
        high.operate(order("service", 1));
        assertThat(state()).isEqualTo(AlarmState.UNACK);
    }

    @Test
    void hornSoundsTheHighestPriorityUntilSilencedAndAgainForANewAlarm() {
        raise();
        assertThat(signal("ALARMS.SOUND")).isEqualTo(2);
        list.operate(new Order("ALARMS", "silence", 0, "", false));
        scan(0.1);
        assertThat(signal("ALARMS.SOUND")).isZero();
        assertThat(state()).isEqualTo(AlarmState.UNACK);
        board.set(value, 10);
        scan(5);
        assertThat(signal("ALARMS.SOUND")).isEqualTo(1);
        assertThat(signal("ALARMS.UNACK")).isEqualTo(2);
        assertThat(list.operate(new Order("ALARMS", "ack", 0, "", false))).isEmpty();
        scan(0.1);
        assertThat(signal("ALARMS.UNACK")).isZero();
        assertThat(list.current()).extracting(AlarmStatus::signal).containsExactly("T-1.L");
    }

    @Test
    void missingValueEndsTheCondition() {
        raise();
        board.set(value, Double.NaN);
        scan(3);
        assertThat(signal("T-1.H")).isZero();
        assertThat(signal("T-1.L")).isZero();
    }

    @Test
    void eventsTellEveryChangeWithValueAndLimit() {
        raise();
        assertThat(events).singleElement().isInstanceOfSatisfying(AlarmChanged.class, event -> {
            assertThat(event.from()).isEqualTo(AlarmState.NORMAL);
            assertThat(event.status().state()).isEqualTo(AlarmState.UNACK);
            assertThat(event.status().value()).isEqualTo(90);
            assertThat(event.status().limit()).isEqualTo(80);
            assertThat(event.status().since()).isCloseTo(2.1, within(1e-9));
        });
    }

    @Test
    void restoredAlarmsContinue() {
        high.operate(order("shelve", 30));
        raise();
        StateWriter writer = new StateWriter();
        board.save(writer);
        list.save(writer);
        AlarmTest other = new AlarmTest();
        StateReader reader = new StateReader(writer.toByteArray());
        other.board.restore(reader);
        other.list.restore(reader);
        reader.end();
        scan(40);
        other.scan(40);
        assertThat(other.high.status()).isEqualTo(high.status());
    }

    private void raise() {
        board.set(value, 90);
        scan(1.1);
    }

    private void clear() {
        board.set(value, 50);
        scan(2.1);
    }
}
