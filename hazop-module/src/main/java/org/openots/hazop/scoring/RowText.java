package org.openots.hazop.scoring;

import java.util.List;

/**
 * The key of one deviation as text.
 *
 * @param deviationId its id in the study
 * @param deviation how it is named, in all languages
 * @param items the key items of all columns
 */
public record RowText(String deviationId, List<String> deviation, List<KeyWording> items) {
    /** Copies the lists. */
    public RowText {
        deviation = List.copyOf(deviation);
        items = List.copyOf(items);
    }
}
