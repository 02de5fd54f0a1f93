package org.openots.hazop.language;

import java.util.List;
import java.util.Set;

/**
 * A text and what was found in it.
 *
 * @param text the normalised text, typing mistakes repaired
 * @param repairs what was repaired, as {@code wrong→right}
 * @param mentions the concepts in the order of the text
 * @param tags canonical tags that stand in it
 * @param strangers tags that are not in the register
 * @param covered share of the letters and characters that belong to a known word or tag, 0..1
 */
public record Utterance(
        String text,
        List<String> repairs,
        List<Mention> mentions,
        Set<String> tags,
        Set<String> strangers,
        double covered) {
    /** Copies the lists. */
    public Utterance {
        repairs = List.copyOf(repairs);
        mentions = List.copyOf(mentions);
        tags = Set.copyOf(tags);
        strangers = Set.copyOf(strangers);
    }
}
