package org.openots.hazop.language;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings what people type into one form: full-width to half-width (NFKC), traditional to simplified characters, lower
 * case, arrows to words, single spaces, at most {@value #LONGEST} characters. Knows how characters sound. Character tables come from ICU.
 */
public final class Normaliser {
    /** Longest text that is read; more is cut off, because nobody writes a key item in more. */
    public static final int LONGEST = 300;

    private static final char FIRST_HAN = 0x4e00;
    private static final char LAST_HAN = 0x9fff;

    /** Signs that people draw instead of a word, once or more, and the word. */
    private static final Map<String, String> SIGNS = Map.of(
            "\u2191", "升高", "\u2b06", "升高", "\ud83d\udcc8", "升高", "\u2193", "降低", "\u2b07", "降低", "\ud83d\udcc9", "降低");

    private static final Pattern SIGN = Pattern.compile("(" + String.join("|", SIGNS.keySet()) + ")\\1*");

    private final char[] simplified;
    private final String[] sounds;

    /** Builds the tables of characters. */
    public Normaliser() {
        StringBuilder all = new StringBuilder();
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            all.append(c).append('\n');
        }
        String[] plain = table("Traditional-Simplified", all.toString());
        simplified = new char[plain.length];
        for (int i = 0; i < plain.length; i++) {
            simplified[i] = plain[i].length() == 1 ? plain[i].charAt(0) : (char) (FIRST_HAN + i);
        }
        sounds = table("Han-Latin; Latin-ASCII", all.toString());
    }

    private static String[] table(String transform, String all) {
        String[] lines =
                Transliterator.getInstance(transform).transliterate(all).split("\n");
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].strip();
        }
        return lines;
    }

    /**
     * The one form of a text.
     *
     * @param raw what was typed
     * @return the text all other classes of this package expect
     */
    public String normalise(String raw) {
        String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        String signs = SIGN.matcher(cut).replaceAll(found -> SIGNS.get(found.group(1)));
        String plain = Normalizer2.getNFKCInstance().normalize(signs).toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder(plain.length());
        boolean space = true;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isWhitespace(c) && c != '\n') {
                if (!space) {
                    text.append(' ');
                }
                space = true;
            } else {
                text.append(isHan(c) ? simplified[c - FIRST_HAN] : c);
                space = false;
            }
        }
        return text.toString().strip();
    }

    /**
     * How a text sounds: toneless pinyin of each character, other characters as they are.
     *
     * @param text a normalised text
     * @return one sound per character
     */
    public String[] sounds(String text) {
        String[] result = new String[text.length()];
        for (int i = 0; i < result.length; i++) {
            char c = text.charAt(i);
            result[i] = isHan(c) ? sounds[c - FIRST_HAN] : String.valueOf(c);
        }
        return result;
    }

    /**
     * Whether a character is Chinese.
     *
     * @param c the character
     * @return true for a character of the block CJK Unified Ideographs
     */
    public static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }
}
