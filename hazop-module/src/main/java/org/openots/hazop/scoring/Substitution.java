package org.openots.hazop.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openots.hazop.language.Mention;
import org.openots.hazop.meaning.Meaning;
import org.openots.hazop.scoring.AnswerKey.Item;

/**
 * Sees that an answer is a wording of the key with one stretch replaced, and that the new stretch means another thing:
 * all the more alike the two texts are, the more this one word counts.
 */
final class Substitution {
    /** Share of the longer text that must be unchanged for the rest to count as one replaced stretch. */
    private static final double UNCHANGED = 0.5;

    /** Below this two concepts are different things. */
    private static final double SAME = 0.6;

    private static final Pattern DENIAL =
            Pattern.compile("[不未没无非勿别免]|停止|取消|拆除|\\b(no|not|never|without|stop|remove)\\b|n't\\b");

    private Substitution() {}

    /**
     * Whether the answer is a wording of an item with one stretch that turns it into something else.
     *
     * @param key the key
     * @param answer the answer
     * @param item the item
     * @return true if what was put in is the opposite of what stood there, denies it, or is in no wording of the item
     */
    static boolean contradicts(AnswerKey key, Meaning answer, Item item) {
        Set<Integer> said = item.wordings().stream()
                .flatMap(wording -> content(key, wording.meaning()).stream())
                .collect(Collectors.toSet());
        return item.wordings().stream().anyMatch(wording -> contradicts(key, answer, wording.meaning(), said));
    }

    private static boolean contradicts(AnswerKey key, Meaning answer, Meaning wording, Set<Integer> said) {
        String a = answer.text();
        String k = wording.text();
        if (a.equals(k)) {
            return false;
        }
        int shorter = Math.min(a.length(), k.length());
        int before = 0;
        while (before < shorter && a.charAt(before) == k.charAt(before)) {
            before++;
        }
        int after = 0;
        while (after < shorter - before && a.charAt(a.length() - 1 - after) == k.charAt(k.length() - 1 - after)) {
            after++;
        }
        if (opposite(key, answer, wording, before, after)) {
            return true;
        }
        before = Math.min(wordStart(answer, before), wordStart(wording, before));
        after = Math.min(
                a.length() - wordEnd(answer, a.length() - after), k.length() - wordEnd(wording, k.length() - after));
        if (before + after < UNCHANGED * Math.max(a.length(), k.length())) {
            return false;
        }
        Meaning written = key.meaning(a.substring(before, a.length() - after));
        Meaning replaced = key.meaning(k.substring(before, k.length() - after));
        return different(key, written, replaced, said);
    }

    /** Whether just one word differs and the two are opposites. */
    private static boolean opposite(AnswerKey key, Meaning answer, Meaning wording, int before, int after) {
        String a = answer.text();
        String k = wording.text();
        int from = Math.min(letterStart(a, before), letterStart(k, before));
        int tail =
                Math.min(a.length() - letterEnd(a, a.length() - after), k.length() - letterEnd(k, k.length() - after));
        return from + tail >= UNCHANGED * Math.max(a.length(), k.length())
                && key.lexicon().opposite(a.substring(from, a.length() - tail), k.substring(from, k.length() - tail));
    }

    private static int letterStart(String text, int place) {
        int at = place;
        while (at > 0 && at < text.length() && latin(text.charAt(at - 1)) && latin(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private static int letterEnd(String text, int place) {
        int at = place;
        while (at > 0 && at < text.length() && latin(text.charAt(at - 1)) && latin(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The start of the word that a place lies in, or the place. */
    private static int wordStart(Meaning meaning, int place) {
        int at = letterStart(meaning.text(), place);
        for (Mention mention : meaning.utterance().mentions()) {
            if (mention.start() < at && at < mention.end()) {
                return mention.start();
            }
        }
        return at;
    }

    /** The end of the word that a place lies in, or the place. */
    private static int wordEnd(Meaning meaning, int place) {
        int at = letterEnd(meaning.text(), place);
        for (Mention mention : meaning.utterance().mentions()) {
            if (mention.start() < at && at < mention.end()) {
                return mention.end();
            }
        }
        return at;
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean different(AnswerKey key, Meaning answer, Meaning wording, Set<Integer> said) {
        if (DENIAL.matcher(answer.text()).find()
                != DENIAL.matcher(wording.text()).find()) {
            return true;
        }
        if (answer.text().isBlank() || wording.text().isBlank()) {
            return false;
        }
        List<Integer> a = content(key, answer);
        List<Integer> k = content(key, wording);
        if (a.isEmpty() && k.isEmpty()) {
            return answer.utterance().covered() < 1 && wording.utterance().covered() < 1;
        }
        return a.stream()
                .anyMatch(concept -> !said.contains(concept)
                        && k.stream().noneMatch(other -> key.lexicon().similarity(concept, other) >= SAME));
    }

    private static List<Integer> content(AnswerKey key, Meaning meaning) {
        return Arrays.stream(meaning.concepts())
                .filter(concept -> key.lexicon().at(concept).kind().content())
                .boxed()
                .toList();
    }
}
