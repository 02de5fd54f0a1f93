package org.openots.hazop.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openots.common.text.LocalText;
import org.openots.hazop.language.Concept.Kind;
import org.openots.hazop.language.Mention;
import org.openots.hazop.meaning.Comparison;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.PairFeatures.Candidate;
import org.openots.hazop.study.Column;

/** Says in words what kept an answer from credit. */
final class Explanation {
    /** From this likeness on an item is near enough to compare the answer with in words. */
    private static final double NEAR = 0.35;

    private static final int LONGEST_QUOTE = 30;

    /** From this similarity on two words mean the same. */
    private static final double ALIKE = 0.6;

    /** As many missing words are named at most. */
    private static final int MOST_WORDS = 4;

    private static final Set<Kind> THINGS = Set.of(Kind.ROLE, Kind.DEVICE);

    private static final Pattern TAG = Pattern.compile("(?<![a-z])[a-z]{1,5}-?[0-9]{2,4}[a-z]?(?![a-z0-9])");

    private Explanation() {}

    /**
     * Why an answer earns nothing.
     *
     * @param key the key
     * @param answer the answer
     * @param column the column it stands in
     * @param candidates the row's items
     * @return what contradicts the item it speaks of, or that it speaks of none
     */
    static Reason of(AnswerKey key, Prepared answer, Column column, List<Candidate> candidates) {
        Candidate nearest = candidates.stream()
                .filter(candidate -> candidate.column() == column)
                .max(Comparator.comparingDouble(Explanation::common))
                .orElse(null);
        int concepts = answer.meaning().concepts().length;
        if (nearest == null || common(nearest) < NEAR) {
            return Reason.of(concepts < 2 ? Reason.Code.VAGUE : Reason.Code.NO_MATCH);
        }
        LocalText item = nearest.item().text();
        if (nearest.of("disabling") > 0 || denies(key, answer, nearest)) {
            return Reason.of(Reason.Code.NEGATION, item);
        }
        if (turned(nearest)) {
            return Reason.of(Reason.Code.DIRECTION, item, against(answer, nearest));
        }
        boolean swapped = nearest.of("roleSwap") + nearest.of("deviceSwap") > 0.4 && nearest.of("stateRecall") >= ALIKE;
        if (swapped || nearest.of("tagConflict") >= 1 || nearest.of("foreignTags") > 0) {
            return Reason.of(Reason.Code.EQUIPMENT, item, foreign(key, answer, nearest));
        }
        return Reason.of(concepts < 2 ? Reason.Code.VAGUE : Reason.Code.NO_MATCH);
    }

    /** Whether the answer denies something that the item says. */
    private static boolean denies(AnswerKey key, Prepared answer, Candidate nearest) {
        return nearest.of("denialConflict") >= 1
                && nearest.item().wordings().stream()
                        .anyMatch(wording -> answer.meaning().denied().stream()
                                .anyMatch(state ->
                                        near(key, state, wording.meaning().concepts())));
    }

    /** Whether the same is said to be the other way round; where something also agrees, only if it is said outright. */
    private static boolean turned(Candidate nearest) {
        boolean loosely = nearest.of("axisConflict") >= 1 || nearest.of("crossConflict") >= ALIKE;
        return nearest.of("boundConflict") >= 0.5 || (loosely && nearest.of("boundAgree") < 0.5);
    }

    /** The equipment of the answer that the item does not speak of, as it was written. */
    private static LocalText foreign(AnswerKey key, Prepared answer, Candidate nearest) {
        List<Mention> things = answer.meaning().utterance().mentions().stream()
                .filter(mention -> mention.tag() != null
                        || THINGS.contains(mention.concept().kind()))
                .toList();
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < things.size()) {
            int to = from + 1;
            while (to < things.size()
                    && things.get(to).start() <= things.get(to - 1).end() + 1) {
                to++;
            }
            List<Mention> name = things.subList(from, to);
            if (name.stream().anyMatch(mention -> !named(key, mention, nearest))) {
                words.add(answer.meaning()
                        .text()
                        .substring(
                                name.get(0).start(), name.get(name.size() - 1).end()));
            }
            from = to;
        }
        return quote(answer, words);
    }

    /** Whether the item speaks of this very thing. */
    private static boolean named(AnswerKey key, Mention mention, Candidate nearest) {
        String tag = mention.tag();
        int concept = key.lexicon().index(mention.concept());
        return nearest.item().wordings().stream()
                .map(Prepared::meaning)
                .anyMatch(wording -> (tag == null
                                || wording.utterance().tags().isEmpty()
                                || wording.utterance().tags().stream().anyMatch(own -> Comparison.same(tag, own)))
                        && near(key, concept, wording.concepts()));
    }

    /** The states of the answer that are the opposite of what the item says, as they were written. */
    private static LocalText against(Prepared answer, Candidate nearest) {
        List<String> words = answer.meaning().utterance().mentions().stream()
                .filter(mention -> !mention.negated()
                        && nearest.item().wordings().get(0).meaning().utterance().mentions().stream()
                                .anyMatch(
                                        own -> !own.negated() && GamingGate.opposite(mention.concept(), own.concept())))
                .map(mention -> answer.meaning().text().substring(mention.start(), mention.end()))
                .toList();
        return quote(answer, words);
    }

    /** The words, or all of the answer when there are none. */
    private static LocalText quote(Prepared answer, List<String> words) {
        if (words.isEmpty()) {
            String text = answer.meaning().text();
            String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
            return new LocalText(asOnThePlant(cut), asOnThePlant(cut));
        }
        List<String> each = words.stream().distinct().limit(MOST_WORDS).toList();
        return new LocalText(asOnThePlant(String.join("、", each)), asOnThePlant(String.join(", ", each)));
    }

    private static String asOnThePlant(String text) {
        return TAG.matcher(text).replaceAll(tag -> tag.group().toUpperCase(Locale.ROOT));
    }

    /** What the two speak of in common, whatever they say of it: opposites are near in this sense. */
    private static double common(Candidate candidate) {
        return 0.45 * candidate.of("recall") + 0.35 * candidate.of("precision") + 0.2 * candidate.of("cosineBest");
    }

    /** The words of the item that a half answer has nothing for. */
    static LocalText missing(AnswerKey key, Prepared answer, Candidate best) {
        List<Prepared> wordings = best.item().wordings();
        return new LocalText(
                missing(key, answer, wordings.get(0), "、", "其余部分"),
                missing(key, answer, wordings.get(1), ", ", "the rest of it"));
    }

    private static String missing(AnswerKey key, Prepared answer, Prepared wording, String comma, String rest) {
        String text = wording.meaning().text();
        String words = wording.meaning().utterance().mentions().stream()
                .filter(mention -> mention.tag() == null && !said(key, answer, mention))
                .map(mention -> text.substring(mention.start(), mention.end()))
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.joining(comma));
        return words.isEmpty() ? rest : words;
    }

    private static boolean said(AnswerKey key, Prepared answer, Mention mention) {
        if (!mention.concept().kind().content()) {
            return true;
        }
        int concept = key.lexicon().index(mention.concept());
        return near(key, concept, answer.meaning().concepts());
    }

    private static boolean near(AnswerKey key, int concept, int[] in) {
        return Arrays.stream(in).anyMatch(other -> key.lexicon().similarity(concept, other) >= ALIKE);
    }
}
