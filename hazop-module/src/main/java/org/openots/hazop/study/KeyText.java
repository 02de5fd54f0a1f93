package org.openots.hazop.study;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * What all key items have: words, and what they mean.
 *
 * @param id its id, unique in the study
 * @param text in both languages
 * @param tags the tags it names
 * @param aliases other wordings that mean the same
 * @param weight share of the points of its column against the others', positive
 * @param frame its meaning; derived from the text when nothing is given
 * @param nodeId the node it lies in when that is another one than its row's
 */
public record KeyText(
        String id,
        LocalText text,
        List<String> tags,
        Aliases aliases,
        double weight,
        Optional<Frame> frame,
        Optional<String> nodeId) {
    /** Weight of an item that tells none. */
    public static final double USUAL_WEIGHT = 1;

    /** Keeps an unmodifiable copy. */
    public KeyText {
        tags = List.copyOf(tags);
    }
}
