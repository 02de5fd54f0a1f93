package org.openots.distillation.field3d.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.state.Task;
import org.openots.simulator.field.RadioSentence;

/** Reads how far the task is: the field {@code proc} of a frame, and beside it time left, the horn and the radio. */
final class TaskReader {
    /** States in which a step is the present one, as the procedure page of the browser chooses it: the first wins. */
    private static final List<String> PRESENT = List.of("ACTIVE", "REGRESSED", "WRONG", "READY");

    private static final Set<String> ENDED = Set.of("DONE_OK", "EARLY", "CLOSED", "WAIVED");

    private TaskReader() {}

    static Brief brief(JsonNode frame) {
        JsonNode proc = frame.path("proc");
        return new Brief(
                proc.isObject() ? Optional.of(task(proc)) : Optional.empty(),
                frame.path("run").path("remaining").asDouble(Double.NaN),
                frame.path("alarmsSound").asInt(),
                calls(frame.path("events")));
    }

    private static List<Call> calls(JsonNode events) {
        List<Call> calls = new ArrayList<>();
        for (JsonNode event : events) {
            if (event.path("kind").asText().equals("radio")) {
                boolean board = RadioSentence.of(event.path("code").asText())
                        .map(RadioSentence::byBoard)
                        .orElse(false);
                calls.add(new Call(event.path("time").asDouble(), board, text(event.path("text"))));
            }
        }
        return calls;
    }

    private static Task task(JsonNode proc) {
        JsonNode steps = proc.path("steps");
        return new Task(
                text(proc.path("title")),
                present(steps).map(TaskReader::step),
                steps.size(),
                proc.path("total").asDouble(Double.NaN),
                proc.path("max").asDouble(Double.NaN),
                marks(steps));
    }

    private static List<Task.Mark> marks(JsonNode steps) {
        List<Task.Mark> marks = new ArrayList<>();
        for (JsonNode step : steps) {
            marks.add(
                    switch (step.path("state").asText()) {
                        case "DONE_OK", "EARLY" -> Task.Mark.DONE;
                        case "WRONG" -> Task.Mark.WRONG;
                        case "CLOSED", "WAIVED" -> Task.Mark.SKIPPED;
                        case "ACTIVE", "REGRESSED" -> Task.Mark.NOW;
                        default -> Task.Mark.OPEN;
                    });
        }
        return marks;
    }

    private static Optional<JsonNode> present(JsonNode steps) {
        for (String state : PRESENT) {
            for (JsonNode step : steps) {
                if (step.path("state").asText().equals(state)) {
                    return Optional.of(step);
                }
            }
        }
        for (JsonNode step : steps) {
            if (!ENDED.contains(step.path("state").asText())) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private static Task.Step step(JsonNode step) {
        List<String> goals = new ArrayList<>();
        step.path("goals").forEach(goal -> goals.add(goal.asText()));
        return new Task.Step(step.path("no").asInt(), text(step.path("text")), goals);
    }

    private static LocalText text(JsonNode text) {
        return new LocalText(text.path("zh").asText(), text.path("en").asText());
    }
}
