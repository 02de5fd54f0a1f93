package org.openots.hazop.scoring;

import java.util.List;

/**
 * One item of the key as text.
 *
 * @param id its id in the study
 * @param column where it stands
 * @param wordings all that say it: Chinese first, then English, then other wordings
 */
public record KeyText(String id, Column column, List<String> wordings) {
    /** Copies the list. */
    public KeyText {
        wordings = List.copyOf(wordings);
    }
}
