package org.openots.hazop.language;

import org.jspecify.annotations.Nullable;

/**
 * A concept where it stands in a text.
 *
 * @param concept what is meant
 * @param start index of the first character
 * @param end index after the last character
 * @param negated whether the text denies it
 * @param tag the tag that stood there instead of words, in canonical form, or null
 */
public record Mention(
        Concept concept,
        int start,
        int end,
        boolean negated,
        @Nullable String tag) {
    Mention denied() {
        return new Mention(concept, start, end, true, tag);
    }
}
