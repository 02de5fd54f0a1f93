package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.simulator.actuation.AutoStarted;
import org.openots.simulator.actuation.ValveTested;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.alarm.FirstOutSet;
import org.openots.simulator.interlock.InterlockDemand;
import org.openots.simulator.interlock.ProofTested;
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
    void newsOfValvesPumpsAndInterlocksAreSentencesInBothLanguages() {
        assertThat(new AutoStarted("GA-412B", AutoStarted.Reason.STANDBY).text())
                .isEqualTo(new LocalText("GA-412B 自动启动：备用自启", "GA-412B started by itself as standby"));
        assertThat(new ValveTested("XV-13", false, 2.5).text())
                .isEqualTo(new LocalText("XV-13 部分行程测试不合格，2.5 s", "XV-13 partial stroke test failed, 2.5 s"));
        assertThat(new FirstOutSet("FO-1", "PC102.HH").text())
                .isEqualTo(new LocalText("首出组 FO-1：PC102.HH", "first out of FO-1: PC102.HH"));
        assertThat(new InterlockDemand("IB-01", "PT102.HH", 6.1, 6).text().en())
                .isEqualTo("interlock IB-01 is bypassed and did not act on a demand: PT102.HH (6.1, 6)");
        assertThat(new ProofTested("IB-01", "PT102.HH", true, 2.1).text().zh())
                .isEqualTo("联锁功能测试合格：IB-01 PT102.HH, 2.1 s");
    }

    @Test
    void anOperationHasANumberOnlyWhereItSaysSomething() {
        assertThat(operation("sample", 0, "")).isEqualTo(new LocalText("操作 S-FEED 取样", "operation S-FEED sample"));
        assertThat(operation("sp", 60.25, "").zh()).isEqualTo("操作 S-FEED 给定 60.25");
        assertThat(operation("wear", 0, "helmet").en()).isEqualTo("operation S-FEED wear helmet");
    }
}
