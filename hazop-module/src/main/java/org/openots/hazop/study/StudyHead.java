package org.openots.hazop.study;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * What a study is about.
 *
 * @param formatVersion version of the file it was read from, {@code 0.1} or {@code 1.0}
 * @param id id of the study
 * @param plant id of the plant pack; nothing for a study of another plant, of which nothing can be played
 * @param title its name
 * @param disclaimer what it must not be used for
 * @param standards the standards it follows
 * @param riskMatrix id of the risk matrix
 */
public record StudyHead(
        String formatVersion,
        String id,
        Optional<String> plant,
        LocalText title,
        LocalText disclaimer,
        List<String> standards,
        String riskMatrix) {
    /** Keeps an unmodifiable copy. */
    public StudyHead {
        standards = List.copyOf(standards);
    }
}
