package org.openots.hazop.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.hazop.meaning.Meaning;
import org.openots.hazop.scoring.AnswerFeatures.Verdict;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.AnswerKey.Row;
import org.openots.hazop.scoring.Mark.Outcome;
import org.openots.hazop.scoring.PairFeatures.Candidate;
import org.openots.hazop.study.Column;
import org.openots.hazop.worksheet.AnswerReading;
import org.openots.hazop.worksheet.AnswerScore;

/**
 * Scores an answer against the key of its deviation. A trick is stopped first; then a model says how likely the answer
 * earns the credit of each item; contradictions of direction, equipment or fact forbid credit whatever the model says;
 * what is neither surely right nor surely wrong goes to the examiner. The same answer gets the same score always.
 */
public final class AnswerScorer {
    private static final double HALF = 0.5;

    /** So likely right, an answer that looks like a heap of words is left to a person. */
    private static final double SOUND = 0.6;

    private static final Pattern CLAUSES = Pattern.compile("[,，。.;；]+(?![0-9])");

    private final AnswerKey key;
    private final ScoringModel model;
    private final GamingGate gate;
    private final PairFeatures pairs;
    private final AnswerFeatures whole;
    private final Contradictions contradictions;
    private final Map<String, Set<String>> approved;

    /**
     * An answer in its cell, with everything that is looked up for it.
     *
     * @param candidates the items of the row, each with the answer's likeness to it
     * @param precedent what the key, or people, have said of this very text
     */
    private record Case(
            Row row, Column column, Prepared answer, List<Candidate> candidates, Optional<Precedent> precedent) {
        /** The item that this very text says, because the key words it so or people have accepted it. */
        Optional<Candidate> agreed() {
            return precedent
                    .filter(found -> found.kind() == Precedent.Kind.ACCEPTED)
                    .flatMap(Precedent::item);
        }
    }

    /**
     * Creates the scorer of one key.
     *
     * @param key the key
     * @param model the trained part; it must have been trained with embeddings when the key has them, and only then
     */
    public AnswerScorer(AnswerKey key, ScoringModel model) {
        this(key, model, Map.of());
    }

    /**
     * Creates the scorer of one key with wordings that people have approved.
     *
     * @param key the key
     * @param model the trained part
     * @param approved texts that are whole credit word for word, by id of the key item
     */
    AnswerScorer(AnswerKey key, ScoringModel model, Map<String, List<String>> approved) {
        if (model.sentences() != key.embeds()) {
            throw new IllegalArgumentException("model and key differ in their use of embeddings");
        }
        this.key = key;
        this.model = model;
        this.gate = new GamingGate(key.lexicon());
        this.pairs = new PairFeatures(key);
        this.whole = new AnswerFeatures(key);
        this.contradictions = new Contradictions(key);
        this.approved = new HashMap<>();
        approved.forEach((item, texts) -> this.approved.put(
                item, texts.stream().map(text -> key.meaning(text).text()).collect(Collectors.toSet())));
    }

    /**
     * Scores one answer, which may name several items.
     *
     * @param deviationId the deviation it belongs to
     * @param column the column it stands in
     * @param text what was written
     * @return what becomes of it
     * @throws OtsException if the key has no such deviation
     */
    public Mark score(String deviationId, Column column, String text) {
        Row row = row(deviationId);
        Mark all = score(of(row, column, text));
        List<String> pieces = SeveralItems.cut(text);
        boolean whole = all.outcome() == Outcome.CREDIT && all.score().orElse(0) == 1;
        if (pieces.size() < 2 || whole || onePoint(all, row, column)) {
            return all;
        }
        int scored = Math.min(pieces.size(), row.items(column).size() + SeveralItems.MORE_THAN_KEYS);
        List<SeveralItems.Item> each = pieces.subList(0, scored).stream()
                .map(piece -> of(row, column, piece))
                .map(one -> new SeveralItems.Item(one.answer().meaning(), score(one)))
                .toList();
        return SeveralItems.together(all, each, pieces.size() - scored);
    }

    /** A text that is so like the key, where the key itself has an item of several clauses, is not cut into its clauses. */
    private boolean onePoint(Mark all, Row row, Column column) {
        return all.confidence() >= model.thresholds().credit()
                && row.items(column).stream()
                        .flatMap(item -> item.wordings().stream())
                        .anyMatch(wording ->
                                SeveralItems.cut(wording.meaning().text()).size() > 1);
    }

    /**
     * Scores one item of a cell and says which items of the key it could earn, so that the answers of a cell can be
     * shared out among the items in the best way.
     *
     * @param item what it says and what becomes of it on its own
     * @param earnable what it would earn with each item whose credit is certain, 0.5 or 1
     */
    record Judgement(SeveralItems.Item item, Map<String, Double> earnable) {
        /** Copies the map. */
        Judgement {
            earnable = Map.copyOf(earnable);
        }

        Mark score() {
            return item.mark();
        }

        Judgement spoilt(Reason.Code code) {
            Mark nothing = zero(item.meaning(), Reason.of(code), score().confidence());
            return new Judgement(new SeveralItems.Item(item.meaning(), nothing), Map.of());
        }
    }

    /**
     * Judges one item of a cell.
     *
     * @param deviationId the deviation it belongs to
     * @param column the column it stands in
     * @param piece one item, as {@link SeveralItems#cut} cuts them
     * @return what becomes of it
     */
    Judgement judge(String deviationId, Column column, String piece) {
        Case one = of(row(deviationId), column, piece);
        Mark score = score(one);
        SeveralItems.Item item = new SeveralItems.Item(one.answer().meaning(), score);
        Optional<Candidate> agreed = one.agreed();
        if (agreed.isPresent()) {
            return new Judgement(item, Map.of(agreed.get().item().id(), 1.0));
        }
        Map<String, Double> earnable = new HashMap<>();
        if (score.outcome() == Outcome.CREDIT) {
            for (Candidate candidate : one.candidates()) {
                boolean certain = candidate.column() == column
                        && model.credit().probability(candidate.values())
                                >= model.thresholds().credit()
                        && !contradictions.any(one.answer(), candidate);
                if (certain) {
                    earnable.put(candidate.item().id(), full(candidate) ? 1 : HALF);
                }
            }
        }
        return new Judgement(item, earnable);
    }

    private Case of(Row row, Column column, String text) {
        Prepared answer = key.prepare(text);
        List<Candidate> candidates = pairs.of(answer, row);
        // what a person approved later goes before everything judged earlier
        Optional<Precedent> precedent = candidates.stream()
                .filter(candidate -> candidate.column() == column
                        && approved.getOrDefault(candidate.item().id(), Set.of())
                                .contains(answer.meaning().text()))
                .findFirst()
                .map(candidate -> new Precedent(Precedent.Kind.ACCEPTED, Optional.of(candidate)))
                .or(() -> Precedent.of(answer, row, column, candidates));
        return new Case(row, column, answer, candidates, precedent);
    }

    private static Mark known(Prepared answer, Candidate item) {
        return new Mark(
                Outcome.CREDIT,
                OptionalDouble.of(1),
                List.of(item.item().id()),
                Reason.of(Reason.Code.MATCH, item.item().text()),
                answer.meaning().text(),
                1);
    }

    /**
     * Reads one item of a cell for an examiner.
     *
     * @param deviationId the deviation it belongs to
     * @param column the column it stands in
     * @param piece one item, as {@link SeveralItems#cut} cuts them
     * @return how it is read
     * @throws OtsException if the key has no such deviation
     */
    AnswerReading read(String deviationId, Column column, String piece) {
        Case one = of(row(deviationId), column, piece);
        Mark mark = score(one);
        Hesitation hesitation = new Hesitation(contradictions, model);
        return new AnswerReading(
                AnswerScore.Outcome.valueOf(mark.outcome().name()),
                mark.score().orElse(0),
                mark.matchedKeyIds(),
                mark.repairedText(),
                hesitation.nearest(column, one.candidates()),
                hesitation.doubts(mark, one.answer(), column, one.candidates()));
    }

    private boolean full(Candidate candidate) {
        return model.whole().probability(candidate.values()) >= HALF;
    }

    private Row row(String deviationId) {
        return key.row(deviationId)
                .orElseThrow(() ->
                        new OtsException(ScoringError.NO_DEVIATION, deviationId, String.join(" ", key.deviationIds())));
    }

    private Mark score(Case one) {
        Prepared answer = one.answer();
        List<Candidate> candidates = one.candidates();
        Column column = one.column();
        Optional<Candidate> agreed = one.agreed();
        if (agreed.isPresent()) {
            return known(answer, agreed.get());
        }
        Optional<GamingGate.Trick> trick = gate.check(answer, one.row());
        Verdict own = AnswerFeatures.verdict(candidates, model.credit(), column, true);
        if (trick.isPresent()) {
            return trick.get().doubtful() && own.probability() >= SOUND
                    ? examiner(answer, own, Reason.Code.EXAMINER)
                    : zero(answer, Reason.of(trick.get().reason()), 0);
        }
        if (one.precedent().isPresent()) {
            return one.precedent().get().kind() == Precedent.Kind.OUTSIDE
                    ? examiner(answer, own, Reason.Code.OUTSIDE)
                    : zero(answer, Explanation.of(key, answer, column, candidates), own.probability());
        }
        Verdict elsewhere = AnswerFeatures.verdict(candidates, model.credit(), column, false);
        ScoringModel.Thresholds limits = model.thresholds();
        if (own.probability() >= limits.credit() && own.best().isPresent()) {
            Candidate best = own.best().get();
            return contradictions.any(answer, best) || (bare(answer) && !full(best))
                    ? examiner(answer, own, Reason.Code.EXAMINER)
                    : credit(answer, best, own.probability());
        }
        double outside = model.outside().probability(whole.of(answer, one.row(), column, own, elsewhere));
        if (elsewhere.probability() >= limits.column()
                && own.probability() < 1 - limits.column()
                && outside < limits.outside()) {
            return zero(
                    answer,
                    Reason.of(
                            Reason.Code.COLUMN,
                            ColumnNames.of(elsewhere.best().orElseThrow().column())),
                    own.probability());
        }
        if (own.probability() < limits.zero() && outside < limits.outside()) {
            Reason reason = Explanation.of(key, answer, column, candidates);
            return reason.code() == Reason.Code.NO_MATCH && partlyRight(one)
                    ? examiner(answer, own, Reason.Code.EXAMINER)
                    : zero(answer, reason, own.probability());
        }
        return examiner(answer, own, own.probability() < limits.zero() ? Reason.Code.OUTSIDE : Reason.Code.EXAMINER);
    }

    /** Whether a clause of the answer alone would earn credit and nothing in the whole answer contradicts that item. */
    private boolean partlyRight(Case one) {
        List<String> clauses = CLAUSES.splitAsStream(one.answer().meaning().text())
                .filter(clause -> !clause.isBlank())
                .toList();
        return clauses.size() > 1
                && clauses.stream()
                        .map(clause -> of(one.row(), one.column(), clause))
                        .map(this::certain)
                        .flatMap(Optional::stream)
                        .anyMatch(item -> one.candidates().stream()
                                .filter(candidate -> candidate.item().id().equals(item))
                                .anyMatch(candidate -> !contradictions.any(one.answer(), candidate)
                                        && !Contradictions.loosely(candidate)));
    }

    /** The item that earns credit for certain. */
    private Optional<String> certain(Case one) {
        Verdict own = AnswerFeatures.verdict(one.candidates(), model.credit(), one.column(), true);
        return own.best()
                .filter(best ->
                        own.probability() >= model.thresholds().credit() && !contradictions.any(one.answer(), best))
                .map(best -> best.item().id());
    }

    /** One word without a tag: part of so many items that it says nothing of this one. */
    private static boolean bare(Prepared answer) {
        return answer.meaning().concepts().length <= 1
                && answer.meaning().utterance().tags().isEmpty();
    }

    private Mark credit(Prepared answer, Candidate best, double probability) {
        boolean full = full(best);
        LocalText item = best.item().text();
        Reason reason = full
                ? Reason.of(Reason.Code.MATCH, item)
                : Reason.of(Reason.Code.HALF, item, Explanation.missing(key, answer, best));
        return new Mark(
                Outcome.CREDIT,
                OptionalDouble.of(full ? 1 : HALF),
                List.of(best.item().id()),
                reason,
                answer.meaning().text(),
                rounded(probability));
    }

    private static Mark zero(Prepared answer, Reason reason, double probability) {
        return zero(answer.meaning(), reason, probability);
    }

    private static Mark zero(Meaning answer, Reason reason, double probability) {
        return new Mark(Outcome.ZERO, OptionalDouble.of(0), List.of(), reason, answer.text(), rounded(probability));
    }

    private static Mark examiner(Prepared answer, Verdict own, Reason.Code code) {
        return new Mark(
                Outcome.EXAMINER,
                OptionalDouble.empty(),
                List.of(),
                Reason.of(code),
                answer.meaning().text(),
                rounded(own.probability()));
    }

    private static double rounded(double value) {
        return FastMath.rint(value * 1000) / 1000;
    }
}
