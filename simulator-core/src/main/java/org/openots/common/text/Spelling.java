package org.openots.common.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped name probably meant. */
public final class Spelling {
    /** A suggestion may differ in at most one third of its letters; more than that is a guess, not a typing slip. */
    private static final int LETTERS_PER_SLIP = 3;

    private Spelling() {}

    /**
     * The known name closest to a given one, by edit distance without regard to case.
     *
     * @param name what was written
     * @param known the names that exist; the first of equally close ones wins, by natural order
     * @return the closest name, or nothing when none is close enough
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            boolean better = distance < bestDistance
                    || (distance == bestDistance && best != null && candidate.compareTo(best) < 0);
            if (better) {
                best = candidate;
                bestDistance = distance;
            }
        }
        int allowed = Math.max(1, name.length() / LETTERS_PER_SLIP);
        return bestDistance <= allowed ? Optional.ofNullable(best) : Optional.empty();
    }

    /** Levenshtein distance with two rolling rows. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
