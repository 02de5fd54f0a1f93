package org.openots.hazop.scoring;

import java.util.List;
import org.openots.hazop.study.Column;

/**
 * One item of the key as text.
 *
 * @param id its id in the study
 * @param column where it stands
 * @param wordings all that say it: Chinese first, then English, then other wordings
 */
public record KeyWording(String id, Column column, List<String> wordings) {
    /** Copies the list. */
    public KeyWording {
        wordings = List.copyOf(wordings);
    }
}
