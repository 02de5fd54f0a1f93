package org.openots.common.assessment;

import java.util.Set;
import java.util.TreeSet;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;

/**
 * Watches from the onset of a fault for what shows first that it was noticed: an alarm of the case acknowledged, a report
 * on the diagnosis page, or an operation against it.
 */
final class FaultDetection implements Stateful {
    private static final Set<String> TO_ACKNOWLEDGE = Set.of("unack", "rtn");
    private static final Set<String> ACKNOWLEDGED = Set.of("ack", "normal");

    private final FaultCase one;
    private final Set<String> waiting = new TreeSet<>();
    private double at = Double.NaN;
    private LocalText by = new LocalText("", "");

    FaultDetection(FaultCase one) {
        this.one = one;
    }

    boolean noticed() {
        return !Double.isNaN(at);
    }

    /** When it was noticed, s of model time; NaN while it was not. */
    double at() {
        return at;
    }

    /** By what it was noticed. */
    LocalText by() {
        return by;
    }

    /** Sees an alarm; those that were there before the onset do not belong to the fault. */
    void alarm(TaskScorer.Alarm alarm, double time) {
        if (noticed() || !one.alarms().contains(alarm.name())) {
            return;
        }
        if (TO_ACKNOWLEDGE.contains(alarm.state())) {
            waiting.add(alarm.name());
        } else if (waiting.remove(alarm.name()) && ACKNOWLEDGED.contains(alarm.state())) {
            notice(time, "确认报警 " + alarm.name(), "alarm " + alarm.name() + " acknowledged");
        }
    }

    /** Sees an operation or an answer. */
    void command(CommandRecord command) {
        if (noticed()) {
            return;
        }
        if (command.target().equals(FaultAnswers.TARGET)) {
            if (command.value() >= 0) {
                LocalText said = FaultAnswers.text(command.verb());
                notice(command.time(), said.zh(), said.en());
            }
        } else if (command.applied() && one.corrects(command)) {
            notice(command.time(), "操作 " + command.target(), command.target() + " operated");
        }
    }

    private void notice(double time, String zh, String en) {
        at = time;
        by = new LocalText(zh, en);
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeInt(waiting.size());
        waiting.forEach(writer::writeString);
        writer.writeDouble(at);
        writer.writeString(by.zh());
        writer.writeString(by.en());
    }

    @Override
    public void restore(StateReader reader) {
        waiting.clear();
        for (int left = reader.readInt(); left > 0; left--) {
            waiting.add(reader.readString());
        }
        at = reader.readDouble();
        by = new LocalText(reader.readString(), reader.readString());
    }
}
