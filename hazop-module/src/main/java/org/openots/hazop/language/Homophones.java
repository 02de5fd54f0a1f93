package org.openots.hazop.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;

/**
 * Repairs characters that sound right and are wrong, the commonest mistake of Chinese input methods: a stretch of text
 * that sounds like a word of the lexicon, shares at least one character with it and holds no part of a known word that reaches beyond it.
 */
final class Homophones {
    private static final int LONGEST_WORD = 6;

    private final Lexicon lexicon;
    private final Normaliser normaliser;

    Homophones(Lexicon lexicon, Normaliser normaliser) {
        this.lexicon = lexicon;
        this.normaliser = normaliser;
    }

    /**
     * Repairs a text.
     *
     * @param text the normalised text
     * @param words start of the known word over each character, -1 for none
     * @param repairs filled with what was repaired
     * @return the repaired text, of the same length
     */
    String repair(String text, int[] words, List<String> repairs) {
        String[] sounds = normaliser.sounds(text);
        StringBuilder result = new StringBuilder(text);
        int i = 0;
        while (i < text.length()) {
            i = Math.max(i + 1, repairAt(text, i, sounds, words, result, repairs));
        }
        return result.toString();
    }

    private int repairAt(
            String text, int start, String[] sounds, int[] words, StringBuilder result, List<String> repairs) {
        int longest = Math.min(LONGEST_WORD, text.length() - start);
        for (int length = longest; length > 1; length--) {
            String written = text.substring(start, start + length);
            if (!unknown(words, start, length)
                    || ordinary(text, start, length)
                    || !written.chars().allMatch(c -> Normaliser.isHan((char) c))) {
                continue;
            }
            String key = String.join(" ", Arrays.copyOfRange(sounds, start, start + length));
            for (String word : lexicon.soundingLike(key)) {
                if (!word.equals(written) && sharesCharacter(word, written)) {
                    result.replace(start, start + length, word);
                    repairs.add(written + "→" + word);
                    return start + length;
                }
            }
        }
        return start;
    }

    /** At least one character belongs to no known word, and no known word lies across an end of the stretch. */
    private static boolean unknown(int[] words, int start, int length) {
        int end = start + length;
        boolean gap = false;
        for (int i = start; i < end; i++) {
            gap |= words[i] < 0;
        }
        boolean acrossStart = words[start] >= 0 && words[start] < start;
        boolean acrossEnd = end < words.length && words[end] >= 0 && words[end] < end;
        return gap && !acrossStart && !acrossEnd;
    }

    /** Whether the stretch lies in, or ends within, a word of the language that the lexicon does not know: 反而, 排除, 副产品. */
    private boolean ordinary(String text, int start, int length) {
        BreakIterator words = BreakIterator.getWordInstance(ULocale.CHINA);
        words.setText(text);
        int from = words.preceding(start + 1);
        while (from != BreakIterator.DONE && from < start + length) {
            int to = words.following(from);
            if (to == BreakIterator.DONE) {
                return false;
            }
            if (to - from > 1 && lexicon.chinese(text.substring(from, to)) == null) {
                return true;
            }
            from = to;
        }
        return false;
    }

    private static boolean sharesCharacter(String word, String written) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == written.charAt(i)) {
                return true;
            }
        }
        return false;
    }
}
