package org.openots.instructor.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openots.common.assessment.FaultAnswers;
import org.openots.common.text.LocalText;
import org.openots.hazop.drill.DrillAnswers;
import org.openots.instructor.session.RunEvent;
import org.openots.simulator.operation.Command;

/**
 * Answers among the commands of a run, those of a drill and those about a hidden fault: they wait for their tick like any
 * other and touch nothing.
 */
final class AnswerBox {
    private final List<Command> waiting = new ArrayList<>();

    /** Takes a command that is an answer; false for any other. */
    boolean takes(Command command, boolean privileged) {
        if (command.target().equals(FaultAnswers.TARGET)) {
            FaultAnswers.check(command.verb(), command.value());
        } else if (command.target().equals(DrillAnswers.TARGET)) {
            DrillAnswers.check(command.verb(), command.value(), privileged);
        } else {
            return false;
        }
        waiting.add(command);
        return true;
    }

    /** Whether a command to this target is an answer. */
    static boolean concerns(String target) {
        return target.equals(DrillAnswers.TARGET) || target.equals(FaultAnswers.TARGET);
    }

    static boolean takesValue(String verb) {
        return !verb.equals(DrillAnswers.NOTE) && !verb.equals(FaultAnswers.MARK);
    }

    /** The answers given since, as events of a tick. */
    List<RunEvent> applied(long tick, double time) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<RunEvent> events = new ArrayList<>();
        for (Command command : waiting) {
            events.add(new RunEvent(
                    tick,
                    time,
                    RunEvent.APPLIED,
                    command.target(),
                    command.sequence(),
                    command.verb(),
                    text(command),
                    Map.of("value", command.value()),
                    command.target().equals(DrillAnswers.TARGET)
                            && command.verb().equals(DrillAnswers.TRIAL)));
        }
        waiting.clear();
        return events;
    }

    /** A note and what was recorded are told in their own words; the latter is secret. */
    private static LocalText text(Command command) {
        if (command.target().equals(FaultAnswers.TARGET)) {
            return FaultAnswers.text(command.verb());
        }
        if (command.verb().equals(DrillAnswers.NOTE)) {
            String note = command.text()
                    .substring(
                            0,
                            Math.min(DrillAnswers.LONGEST_NOTE, command.text().length()));
            return new LocalText(note, note);
        }
        if (command.verb().equals(DrillAnswers.TRIAL)) {
            return new LocalText(command.text(), command.text());
        }
        return new LocalText("诊断作答", "diagnosis answered");
    }
}
