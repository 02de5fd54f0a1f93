package org.openots.hazop.scoring;

import java.util.List;
import java.util.Optional;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Frame;

/**
 * One item of the key as text.
 *
 * @param id its id in the study
 * @param column where it stands
 * @param wordings all that say it: Chinese first, then English, then other wordings
 * @param frame what an answer must and must not say, where the study tells
 */
public record KeyWording(String id, Column column, List<String> wordings, Optional<Frame> frame) {
    /** Copies the list. */
    public KeyWording {
        wordings = List.copyOf(wordings);
    }
}
