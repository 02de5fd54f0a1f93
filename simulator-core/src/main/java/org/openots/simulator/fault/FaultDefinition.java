package org.openots.simulator.fault;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * A malfunction that an instructor or a paper may put into a plant. Secret: nothing of it may reach a student.
 *
 * @param id for example {@code A-F05}
 * @param title short name
 * @param cause what has happened, in plant words
 * @param response what a good operator does
 * @param severity 1 minor to 5 major
 * @param rampSeconds time over which it grows when the instructor says nothing else, s
 * @param effects what it changes
 * @param studyCauses rows of a hazard study that it stands for, for example {@code D01-C1}
 */
public record FaultDefinition(
        String id,
        LocalText title,
        LocalText cause,
        LocalText response,
        int severity,
        double rampSeconds,
        List<FaultEffect> effects,
        List<String> studyCauses) {
    /** Copies the lists. */
    public FaultDefinition {
        effects = List.copyOf(effects);
        studyCauses = List.copyOf(studyCauses);
    }
}
