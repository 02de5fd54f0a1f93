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

    /** Edit distance in which two swapped neighbours count as one slip (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cheapest(int[][] rows, String a, String b, int i, int j) {
        int substitution = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(substitution, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
