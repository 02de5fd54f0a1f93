package org.openots.hazop.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openots.common.json.JsonCursor;

/**
 * What a lexicon knows beyond single words.
 *
 * @param opposites words that turn a statement round when they take each other's place, both ways
 * @param tricks turns of phrase of people without an answer
 */
record Usage(Map<String, Set<String>> opposites, Tricks tricks) {
    /** Nothing. */
    static final Usage NONE = new Usage(Map.of(), Tricks.NONE);

    static Usage read(JsonCursor root, Normaliser normaliser) {
        Map<String, Set<String>> opposites = new HashMap<>();
        for (JsonCursor pair : root.at("opposites").items()) {
            List<String> words = pair.list(word -> normaliser.normalise(word.text()));
            if (words.size() == 2) {
                add(opposites, words.get(0), words.get(1));
                add(opposites, words.get(1), words.get(0));
            } else {
                pair.report(LanguageError.NO_PAIR, words.size());
            }
        }
        return new Usage(Map.copyOf(opposites), Tricks.read(root.at("tricks"), normaliser));
    }

    private static void add(Map<String, Set<String>> opposites, String word, String opposite) {
        opposites.computeIfAbsent(word, none -> new HashSet<>()).add(opposite);
    }
}
