package org.openots.hazop.scoring;

import org.openots.hazop.language.Concept.Kind;
import org.openots.hazop.meaning.Meaning;

/**
 * Sees that an answer is a wording of the key with one stretch replaced, and that the new stretch means another thing:
 * all the more alike the two texts are, the more this one word counts.
 */
final class Substitution {
    /** Share of the longer text that must be unchanged for the rest to count as one replaced stretch. */
    private static final double UNCHANGED = 0.5;

    /** Below this two concepts are different things. */
    private static final double SAME = 0.6;

    private Substitution() {}

    static boolean contradicts(AnswerKey key, Meaning answer, Meaning wording) {
        String a = answer.text();
        String k = wording.text();
        int shorter = Math.min(a.length(), k.length());
        int before = 0;
        while (before < shorter && a.charAt(before) == k.charAt(before)) {
            before++;
        }
        int after = 0;
        while (after < shorter - before && a.charAt(a.length() - 1 - after) == k.charAt(k.length() - 1 - after)) {
            after++;
        }
        while (before > 0 && latin(a.charAt(before - 1))) {
            before--;
        }
        while (after > 0 && latin(a.charAt(a.length() - after))) {
            after--;
        }
        boolean one = before + after >= UNCHANGED * Math.max(a.length(), k.length());
        if (!one || before + after >= shorter) {
            return false;
        }
        return different(
                key,
                key.meaning(a.substring(before, a.length() - after)),
                key.meaning(k.substring(before, k.length() - after)));
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean different(AnswerKey key, Meaning answer, Meaning wording) {
        for (Kind kind : new Kind[] {Kind.ROLE, Kind.DEVICE, Kind.PROPERTY, Kind.STATE}) {
            double best = -1;
            for (int a : answer.concepts()) {
                for (int k : wording.concepts()) {
                    if (key.concepts()[a].kind() == kind && key.concepts()[k].kind() == kind) {
                        best = Math.max(best, key.lexicon().similarity(a, k));
                    }
                }
            }
            if (best >= 0 && best < SAME) {
                return true;
            }
        }
        return false;
    }
}
