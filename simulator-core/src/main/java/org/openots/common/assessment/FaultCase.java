package org.openots.common.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.common.text.LocalText;

/**
 * What one fault asks of a trainee. Times count from its onset.
 *
 * @param fault its id in the plant's pack
 * @param signs how it shows, for the explanation afterwards
 * @param alarms alarms that belong to it: acknowledging one that came after the onset counts as noticing
 * @param objects what else is operated against it beside the actions of the response: counts as noticing too
 * @param fullSeconds full marks for noticing within this time, s
 * @param lowSeconds none from this time on, s
 * @param response what is to be done
 * @param recovery bands and states that tell that it worked
 * @param penalties what makes it worse
 */
public record FaultCase(
        String fault,
        LocalText signs,
        List<String> alarms,
        List<String> objects,
        double fullSeconds,
        double lowSeconds,
        List<RubricStep> response,
        List<RubricStep> recovery,
        List<Penalty> penalties) {
    /** Keeps unmodifiable copies. */
    public FaultCase {
        alarms = List.copyOf(alarms);
        objects = List.copyOf(objects);
        response = List.copyOf(response);
        recovery = List.copyOf(recovery);
        penalties = List.copyOf(penalties);
    }

    /** Share of the marks for noticing left after a time since the onset, s. */
    double share(double seconds) {
        if (seconds <= fullSeconds) {
            return 1;
        }
        return seconds >= lowSeconds ? 0 : (lowSeconds - seconds) / (lowSeconds - fullSeconds);
    }

    /** Whether an operation is one against the fault. */
    boolean corrects(CommandRecord command) {
        return Stream.concat(objects.stream(), response.stream().flatMap(step -> step.actions().stream()))
                .anyMatch(command::concerns);
    }

    /** Whether a step belongs to the recovery. */
    boolean recovers(String step) {
        return recovery.stream().anyMatch(one -> one.id().equals(step));
    }

    /** Response and recovery as a rubric of their own, under the head of the task when there is one. */
    Rubric asRubric(Optional<Rubric.Head> head) {
        List<RubricStep> steps =
                Stream.concat(response.stream(), recovery.stream()).toList();
        return new Rubric(head.orElse(NO_HEAD), steps, List.of(), penalties, Optional.empty());
    }

    private static final Rubric.Head NO_HEAD = new Rubric.Head(
            "",
            new RubricRef("", 0, ""),
            "",
            "",
            Rubric.Level.INTERMEDIATE,
            new LocalText("", ""),
            0,
            0,
            List.of(),
            Optional.empty());
}
