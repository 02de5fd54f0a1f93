package org.openots.hazop.scoring;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openots.hazop.language.Concept;
import org.openots.hazop.language.Concept.Axis;
import org.openots.hazop.language.Concept.Kind;
import org.openots.hazop.language.Mention;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.PairFeatures.Candidate;
import org.openots.hazop.study.Column;

/** What forbids an answer the credit of an item, however alike the two are. */
final class Contradictions {
    /** Weight of the words exchanged from which equipment counts as another; a role weighs 0.3 to 1. */
    static final double SWAPPED = 0.3;

    /** Likeness of two subjects from which opposite directions contradict each other. */
    private static final double TURNED = 0.6;

    /** Concepts that take a safeguard out of use, beside those of poor health. */
    private static final Set<String> OUT_OF_USE = Set.of("break", "disable", "bypass");

    private final AnswerKey key;

    Contradictions(AnswerKey key) {
        this.key = key;
    }

    /** Contradictions that no likeness outweighs: they leave the answer to a person. */
    boolean any(Prepared answer, Candidate candidate) {
        return answer.meaning().opposes(answer.meaning())
                || turned(candidate)
                || denies(candidate)
                || (candidate.of("tagConflict") >= 1 && candidate.of("roleSwap") > SWAPPED)
                || exchanged(answer, candidate) > SWAPPED
                || !admitted(answer, candidate)
                || (candidate.column() == Column.SAFEGUARD && impaired(answer, candidate))
                || replaced(answer, candidate);
    }

    /** A safeguard of which the answer says last that it is broken or out of use. */
    boolean impaired(Prepared answer, Candidate candidate) {
        List<Mention> said = answer.meaning().utterance().mentions().stream()
                .filter(mention -> mention.concept().kind() != Kind.FILLER)
                .toList();
        return !said.isEmpty()
                && lost(said.get(said.size() - 1))
                && candidate.item().wordings().stream()
                        .noneMatch(wording -> wording.meaning().utterance().mentions().stream()
                                .anyMatch(Contradictions::lost));
    }

    private static boolean lost(Mention mention) {
        Concept concept = mention.concept();
        return !mention.negated() && (concept.on(Axis.HEALTH) < 0 || OUT_OF_USE.contains(concept.id()));
    }

    boolean admitted(Prepared answer, Candidate candidate) {
        return candidate.item().frame().admits(answer.meaning(), key.comparison());
    }

    boolean replaced(Prepared answer, Candidate candidate) {
        return Substitution.contradicts(key, answer.meaning(), candidate.item());
    }

    static boolean turned(Candidate candidate) {
        return candidate.of("boundConflict") >= TURNED
                || candidate.of("openingConflict") >= 1
                || candidate.of("runningConflict") >= 1
                || candidate.of("amountConflict") >= 1;
    }

    static boolean denies(Candidate candidate) {
        return candidate.of("disabling") > 0 || (candidate.of("denied") > 0 && candidate.of("denialConflict") >= 1);
    }

    /** Whether something is the other way round on some axis, though not outright of the same subject. */
    static boolean loosely(Candidate candidate) {
        return candidate.of("axisConflict") >= 1 || candidate.of("crossConflict") >= TURNED;
    }

    double exchanged(Prepared answer, Candidate candidate) {
        return Stream.concat(candidate.item().wordings().stream(), candidate.item().accepted().stream())
                .mapToDouble(wording -> key.comparison().exchanged(answer.meaning(), wording.meaning()))
                .min()
                .orElse(0);
    }
}
