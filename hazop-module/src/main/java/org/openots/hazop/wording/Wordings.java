package org.openots.hazop.wording;

import java.util.ArrayList;
import java.util.List;

/**
 * What people of a station have approved so far. A version is never changed: another wording makes the next version.
 *
 * @param version 0 without any, then one more for each approved wording
 * @param aliases accepted wordings of key items, in the order of their approval
 * @param words words of the lexicon, in the order of their approval
 */
public record Wordings(int version, List<Alias> aliases, List<Word> words) {
    /** Nothing approved yet. */
    public static final Wordings NONE = new Wordings(0, List.of(), List.of());

    /** Freezes the lists. */
    public Wordings {
        aliases = List.copyOf(aliases);
        words = List.copyOf(words);
    }

    /**
     * A text that says what an item of a key says.
     *
     * @param study id of the study
     * @param item id of the key item
     * @param itemText the item in Chinese when the wording was approved; an item worded anew needs a new approval
     * @param text the wording
     */
    public record Alias(String study, String item, String itemText, String text) {}

    /**
     * A word that means what the lexicon has other words for.
     *
     * @param concept id of the concept
     * @param text the word
     */
    public record Word(String concept, String text) {}

    /**
     * The next version, with an accepted wording more.
     *
     * @param alias the wording
     * @return the next version
     */
    public Wordings with(Alias alias) {
        List<Alias> more = new ArrayList<>(aliases);
        more.add(alias);
        return new Wordings(version + 1, more, words);
    }

    /**
     * The next version, with a word more.
     *
     * @param word the word
     * @return the next version
     */
    public Wordings with(Word word) {
        List<Word> more = new ArrayList<>(words);
        more.add(word);
        return new Wordings(version + 1, aliases, more);
    }
}
