package org.openots.instructor.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openots.instructor.session.AlarmState;
import org.openots.instructor.session.RunEvent;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.automation.CommandApplied;
import org.openots.simulator.automation.CommandRefused;
import org.openots.simulator.field.RadioCalled;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;

/** Events and alarms of the simulator in the words of the station. */
final class EngineWords {
    private EngineWords() {}

    /** What happened in the automation of a plant. */
    static RunEvent event(long tick, double time, AutomationEvent event) {
        if (event instanceof CommandApplied applied) {
            Command c = applied.command();
            return new RunEvent(
                    tick,
                    time,
                    RunEvent.APPLIED,
                    c.target(),
                    c.sequence(),
                    c.verb(),
                    applied.text(),
                    Map.of("value", c.value()),
                    false);
        }
        if (event instanceof CommandRefused refused) {
            Command c = refused.command();
            return new RunEvent(
                    tick,
                    time,
                    RunEvent.REFUSED,
                    c.target(),
                    c.sequence(),
                    refused.refusal().code().code(),
                    refused.text(),
                    Map.of("value", c.value()),
                    false);
        }
        if (event instanceof AlarmChanged alarm) {
            return alarm(tick, time, alarm);
        }
        if (event instanceof RadioCalled call) {
            return new RunEvent(
                    tick,
                    time,
                    RunEvent.RADIO,
                    call.tag(),
                    RunEvent.NO_COMMAND,
                    call.sentence().id(),
                    call.text(),
                    Map.of(),
                    false);
        }
        return new RunEvent(tick, time, kind(event), "", RunEvent.NO_COMMAND, "", event.text(), Map.of(), false);
    }

    private static RunEvent alarm(long tick, double time, AlarmChanged alarm) {
        AlarmStatus status = alarm.status();
        return new RunEvent(
                tick,
                time,
                RunEvent.ALARM,
                status.signal(),
                RunEvent.NO_COMMAND,
                status.state().word(),
                alarm.text(),
                Map.of("value", status.value(), "limit", status.limit(), "priority", (double) status.priority()),
                false);
    }

    /** {@code InterlockTripped} becomes {@code interlock-tripped}. */
    private static String kind(AutomationEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    /** The alarms that are not normal. */
    static List<AlarmState> alarms(List<AlarmStatus> alarms) {
        return alarms.stream()
                .map(a -> new AlarmState(
                        a.signal(),
                        a.tag(),
                        a.kind().name(),
                        a.priority(),
                        a.state().word(),
                        a.since(),
                        a.value(),
                        a.limit()))
                .toList();
    }
}
