package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.operation.Command;

/** What the events of alarms and operations say to people, in both languages. */
class EventTextTest {
    private static AlarmChanged alarm(AlarmKind kind, double value, double limit) {
        return new AlarmChanged(
                AlarmState.NORMAL,
                new AlarmStatus("FIC-701.LL", "FIC-701", kind, 2, AlarmState.SUPPRESSED, 0, value, limit));
    }

    private static LocalText operation(String verb, double value, String text) {
        return new CommandApplied(new Command(0, 0, "S-FEED", verb, value, text), false).text();
    }

    @Test
    void anAlarmNamesItsStatesAndTheNumbersThatThereAre() {
        assertThat(alarm(AlarmKind.LL, Double.NaN, 8).text())
                .isEqualTo(new LocalText(
                        "报警 FIC-701.LL：正常 变为 设计抑制，限值 8", "alarm FIC-701.LL: normal to suppressed by design, limit 8"));
        assertThat(alarm(AlarmKind.ON, 1, 0.5).text().zh()).isEqualTo("报警 FIC-701.LL：正常 变为 设计抑制");
    }

    @Test
    void anOperationHasANumberOnlyWhereItSaysSomething() {
        assertThat(operation("sample", 0, "")).isEqualTo(new LocalText("操作 S-FEED 取样", "operation S-FEED sample"));
        assertThat(operation("sp", 60.25, "").zh()).isEqualTo("操作 S-FEED 给定 60.25");
        assertThat(operation("wear", 0, "helmet").en()).isEqualTo("operation S-FEED wear helmet");
    }
}
