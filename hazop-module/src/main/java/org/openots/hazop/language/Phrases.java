package org.openots.hazop.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openots.common.json.JsonCursor;

/**
 * Turns of phrase that are looked for in an answer as they stand. In a phrase … stands for up to three characters; Latin
 * letters are found as whole words only. Immutable.
 */
public final class Phrases {
    private static final Pattern NOWHERE = Pattern.compile("(?!)");
    private static final String GAP = "…";
    private static final String ENDING = "[。.!！~ ]*$";

    /** Phrases without any. */
    static final Phrases NONE = new Phrases(Map.of());

    /** Where in an answer a phrase must stand. */
    private enum Where {
        /** Anywhere. */
        ANYWHERE,
        /** At the beginning. */
        START,
        /** At the end, but for full stops. */
        END,
        /** It must be all of the answer, but for full stops. */
        WHOLE
    }

    private final Pattern pattern;

    private Phrases(Map<Where, List<String>> phrases) {
        List<String> alternatives = new ArrayList<>();
        phrases.forEach((where, texts) -> texts.forEach(text -> alternatives.add(expression(where, text))));
        pattern = alternatives.isEmpty() ? NOWHERE : Pattern.compile(String.join("|", alternatives));
    }

    /**
     * Reads phrases.
     *
     * @param row lists of phrases under {@code anywhere}, {@code start}, {@code end} and {@code whole}, each optional
     * @param normaliser what brings texts into one form
     * @return the phrases
     */
    static Phrases read(JsonCursor row, Normaliser normaliser) {
        Map<Where, List<String>> phrases = new EnumMap<>(Where.class);
        for (Where where : Where.values()) {
            row.optional(where.name().toLowerCase(Locale.ROOT))
                    .ifPresent(list -> phrases.put(where, list.list(text -> form(text.text(), normaliser))));
        }
        return new Phrases(phrases);
    }

    /** The form of a phrase in normalised texts; the sign for a gap stays. */
    private static String form(String phrase, Normaliser normaliser) {
        List<String> parts = new ArrayList<>();
        for (String part : phrase.split(GAP, -1)) {
            parts.add(normaliser.normalise(part));
        }
        return String.join(GAP, parts);
    }

    private static String expression(Where where, String phrase) {
        List<String> parts = new ArrayList<>();
        for (String part : phrase.split(GAP, -1)) {
            parts.add(word(part));
        }
        String inner = String.join(".{0,3}?", parts);
        return switch (where) {
            case ANYWHERE -> inner;
            case START -> "^" + inner;
            case END -> inner + ENDING;
            case WHOLE -> "^" + inner + ENDING;
        };
    }

    private static String word(String part) {
        if (part.isEmpty()) {
            return "";
        }
        String before = Words.isLetter(part.charAt(0)) ? "(?<![a-z])" : "";
        String after = Words.isLetter(part.charAt(part.length() - 1)) ? "(?![a-z])" : "";
        return before + Pattern.quote(part) + after;
    }

    /**
     * Whether one of them stands in a text.
     *
     * @param text a normalised text
     * @return true if it does
     */
    public boolean in(String text) {
        return pattern.matcher(text).find();
    }
}
