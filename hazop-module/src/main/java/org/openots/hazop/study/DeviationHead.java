package org.openots.hazop.study;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * What deviates how.
 *
 * @param id its id
 * @param nodeId the node
 * @param parameter id of the parameter
 * @param guideWord id of the guide word
 * @param alsoCovers ids of further guide words that the row covers
 * @param text the deviation in words
 */
public record DeviationHead(
        String id, String nodeId, String parameter, String guideWord, List<String> alsoCovers, LocalText text) {
    /** Keeps an unmodifiable copy. */
    public DeviationHead {
        alsoCovers = List.copyOf(alsoCovers);
    }
}
