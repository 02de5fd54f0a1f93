package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

class MonitoredPlantTest {
    private static final PlantPack PACK = PlantPack.shipped("ethanol-water-rig");
    private static final SignalTable TABLE = PlantSignals.of(PACK).table();

    private MonitoredPlant plant;
    private long sequence;

    @BeforeEach
    void build() {
        plant = new MonitoredPlant(PACK.automation(), TABLE, 1);
    }

    private void run(String signal, double value, int ticks) {
        for (int i = 0; i < ticks; i++) {
            plant.show(signal, value);
            plant.scan();
        }
    }

    private void order(String target, String verb, double value, String text) {
        plant.apply(new Command(plant.view().tick(), sequence++, target, verb, value, text), false);
    }

    private double value(String signal) {
        return plant.view().value(plant.signals().find(signal));
    }

    @Test
    void hasEverySignalOfThePlantThatIsMeasuredAlarmedOrWrittenDown() {
        assertThat(TABLE.signals())
                .allSatisfy(signal ->
                        assertThat(plant.signals().find(signal.name())).isNotEqualTo(SignalTable.NONE));
        assertThat(plant.signals().size()).isEqualTo(TABLE.size());
    }

    @Test
    void alarmsByTheLimitsOfThePackAndLetsThemBeAcknowledgedHere() {
        run("TI-701", 60, 5);
        assertThat(plant.alarms()).isEmpty();
        run("PDI-703", 9, 60);
        List<AlarmStatus> alarms = plant.alarms();
        assertThat(alarms).anyMatch(alarm -> alarm.signal().equals("PDI-703.H") && alarm.state() == AlarmState.UNACK);
        assertThat(value("PDI-703.H")).isEqualTo(1);
        assertThat(value("ALARMS.UNACK")).isPositive();

        order("ALARMS", "ack", 0, "");
        plant.scan();
        assertThat(value("ALARMS.UNACK")).isZero();
        assertThat(plant.alarms())
                .anyMatch(alarm -> alarm.signal().equals("PDI-703.H") && alarm.state() == AlarmState.ACK);
    }

    @Test
    void aReadingThatCannotBeTrustedEndsItsAlarmAndRaisesNone() {
        run("PDI-703", 9, 60);
        order("ALARMS", "ack", 0, "");
        run("PDI-703", Double.NaN, 60);
        assertThat(value("PDI-703.H")).isZero();
        assertThat(plant.alarms()).noneMatch(alarm -> alarm.tag().equals("PDI-703"));
    }

    @Test
    void takesWhatIsWrittenDown() {
        order("RECORD.S-FEED", "enter", 15.1, "");
        plant.scan();
        assertThat(value("RECORD.S-FEED")).isEqualTo(15.1);
        assertThat(plant.isReading("RECORD.S-FEED")).isFalse();
        assertThat(plant.isReading("TI-702")).isTrue();
        assertThat(plant.takesValue("RECORD.S-FEED", "enter")).isTrue();
        assertThat(plant.takesValue("ALARMS", "ack")).isFalse();
    }

    @Test
    void refusesToOperateThePlantItself() {
        for (String target : List.of("FIC-703", "P-701", "HV-713", "I-01")) {
            Command command = new Command(0, 0, target, "sp", 1, "");
            assertThatThrownBy(() -> plant.check(command, true)).isInstanceOfSatisfying(OtsException.class, e -> {
                assertThat(e.errorCode()).isEqualTo(AutomationError.OPERATED_AT_PLANT);
                assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).contains(target, "DCS");
            });
        }
        Command unknown = new Command(0, 0, "XX-1", "sp", 1, "");
        assertThatThrownBy(() -> plant.check(unknown, true))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(AutomationError.UNKNOWN_TARGET));
    }

    @Test
    void goesOnFromASavedState() {
        run("PDI-703", 9, 20);
        order("RECORD.S-FEED", "enter", 15.1, "");
        plant.scan();
        StateWriter saved = new StateWriter();
        plant.save(saved);
        MonitoredPlant other = new MonitoredPlant(PACK.automation(), TABLE, 1);
        StateReader reader = new StateReader(saved.toByteArray());
        other.restore(reader);
        reader.end();
        for (int i = 0; i < 40; i++) {
            plant.show("PDI-703", 9 - i * 0.2);
            other.show("PDI-703", 9 - i * 0.2);
            plant.scan();
            other.scan();
        }
        assertThat(other.alarms()).isEqualTo(plant.alarms());
        StateWriter one = new StateWriter();
        StateWriter two = new StateWriter();
        plant.save(one);
        other.save(two);
        assertThat(two.sha256()).isEqualTo(one.sha256());
    }
}
