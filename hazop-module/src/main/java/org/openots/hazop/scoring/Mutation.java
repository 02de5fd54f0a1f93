package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.common.json.JsonCursor;

/**
 * Turns a right answer into a wrong one by exchanging one word for its opposite, to test a key and to train the scorer.
 *
 * @param kind what the exchange makes wrong
 * @param from the word, normalised
 * @param to what stands in its place
 */
public record Mutation(Kind kind, String from, String to) {
    /** What an exchange makes wrong. */
    public enum Kind {
        /** High for low. */
        DIRECTION,
        /** Open for closed. */
        VALVE,
        /** One piece of equipment or stream for another. */
        EQUIPMENT,
        /** Denies it. */
        NEGATION
    }

    /**
     * Reads the exchanges.
     *
     * @param root the file's root ({@code hazop-mutations} 1.0)
     * @return the exchanges in the file's order; a longer word stands before a shorter one within it
     */
    public static List<Mutation> read(JsonCursor root) {
        root.requireFormat("hazop-mutations", "1.0");
        List<Mutation> mutations = new ArrayList<>();
        for (JsonCursor row : root.at("exchanges").items()) {
            mutations.add(new Mutation(
                    row.at("kind").oneOf(Kind.class),
                    row.at("from").text(),
                    row.at("to").text()));
        }
        root.finish();
        return List.copyOf(mutations);
    }

    /**
     * All wrong answers one exchange away, at most one for each kind.
     *
     * @param text a right answer
     * @param mutations the exchanges
     * @return the wrong ones
     */
    public static List<Mutant> of(String text, List<Mutation> mutations) {
        List<Mutant> mutants = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            for (Mutation mutation : mutations) {
                if (mutation.kind == kind && mutation.occursIn(lower)) {
                    mutants.add(new Mutant(kind, mutation.applyTo(lower)));
                    break;
                }
            }
        }
        return mutants;
    }

    private boolean occursIn(String lower) {
        return !lower.contains(to) && place(lower) >= 0;
    }

    private int place(String lower) {
        int at = lower.indexOf(from);
        boolean english = from.charAt(0) < 0x80;
        while (english && at >= 0 && !word(lower, at)) {
            at = lower.indexOf(from, at + 1);
        }
        return at;
    }

    private boolean word(String lower, int at) {
        int end = at + from.length();
        return (at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1)))
                && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)));
    }

    private String applyTo(String lower) {
        int at = place(lower);
        return lower.substring(0, at) + to + lower.substring(at + from.length());
    }

    /**
     * A wrong answer.
     *
     * @param kind what makes it wrong
     * @param text how it reads
     */
    public record Mutant(Kind kind, String text) {}
}
