package org.openots.hazop.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** English words of a normalised text. */
final class Words {
    private Words() {}

    /**
     * A word.
     *
     * @param stem without its ending
     * @param start index of the first character
     * @param end index after the last
     */
    record Word(String stem, int start, int end) {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && isLetter(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                words.add(new Word(Stemmer.stem(text.substring(start, i)), start, i));
            } else {
                i++;
            }
        }
        return words;
    }

    /** The stems of a normalised phrase. */
    static String stems(String phrase) {
        return of(phrase).stream().map(Word::stem).collect(Collectors.joining(" "));
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
