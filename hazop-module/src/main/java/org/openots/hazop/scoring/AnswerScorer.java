package org.openots.hazop.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
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
    /** How many answers of a cell are scored beyond the items its key has. */
    static final int MORE_THAN_KEYS = 3;

    private static final double HALF = 0.5;

    /** So likely right, an answer that looks like a heap of words is left to a person. */
    private static final double SOUND = 0.6;

    /** Weight of the words exchanged from which equipment counts as another; a role weighs 0.3 to 1. */
    static final double SWAPPED = 0.3;

    /** Likeness of two subjects from which opposite directions contradict each other. */
    private static final double TURNED = 0.6;

    private static final Pattern SPLIT =
            Pattern.compile("[；;\\n]+|(?<=^|[，,、。.；; ])\\(?[0-9一二三四五][.)、）]\\s*|[①②③④⑤⑥⑦⑧]");

    private final AnswerKey key;
    private final ScoringModel model;
    private final GamingGate gate;
    private final PairFeatures pairs;
    private final AnswerFeatures whole;
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
        this.gate = new GamingGate();
        this.pairs = new PairFeatures(key);
        this.whole = new AnswerFeatures(key);
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
        List<String> pieces = pieces(text);
        if (pieces.size() < 2 || (all.outcome() == Outcome.CREDIT && all.score().orElse(0) == 1)) {
            return all;
        }
        int most = row.items(column).size() + MORE_THAN_KEYS;
        List<Mark> each = pieces.stream()
                .limit(most)
                .map(piece -> score(of(row, column, piece)))
                .toList();
        return together(all, each);
    }

    /**
     * Scores one item of a cell and says which items of the key it could earn, so that the answers of a cell can be
     * shared out among the items in the best way.
     *
     * @param score what becomes of it on its own
     * @param earnable what it would earn with each item whose credit is certain, 0.5 or 1
     */
    public record Judgement(Mark score, Map<String, Double> earnable) {
        /** Copies the map. */
        public Judgement {
            earnable = Map.copyOf(earnable);
        }
    }

    /**
     * Judges one item of a cell.
     *
     * @param deviationId the deviation it belongs to
     * @param column the column it stands in
     * @param piece one item, as {@link #pieces} cuts them
     * @return what becomes of it
     */
    Judgement judge(String deviationId, Column column, String piece) {
        Case one = of(row(deviationId), column, piece);
        Mark score = score(one);
        Optional<Candidate> agreed = one.agreed();
        if (agreed.isPresent()) {
            return new Judgement(score, Map.of(agreed.get().item().id(), 1.0));
        }
        Map<String, Double> earnable = new HashMap<>();
        if (score.outcome() == Outcome.CREDIT) {
            for (Candidate candidate : one.candidates()) {
                boolean certain = candidate.column() == column
                        && model.credit().probability(candidate.values())
                                >= model.thresholds().credit()
                        && !contradicts(one.answer(), candidate);
                if (certain) {
                    earnable.put(candidate.item().id(), full(candidate) ? 1 : HALF);
                }
            }
        }
        return new Judgement(score, earnable);
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
     * @param piece one item, as {@link #pieces} cuts them
     * @return how it is read
     * @throws OtsException if the key has no such deviation
     */
    AnswerReading read(String deviationId, Column column, String piece) {
        Case one = of(row(deviationId), column, piece);
        Mark mark = score(one);
        Hesitation hesitation = new Hesitation(this, model);
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

    static List<String> pieces(String text) {
        return SPLIT.splitAsStream(text)
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** Credit if some piece has it, else the examiner if some piece needs one, else nothing. */
    private static Mark together(Mark all, List<Mark> each) {
        List<Mark> credited =
                each.stream().filter(s -> s.outcome() == Outcome.CREDIT).toList();
        if (credited.isEmpty()) {
            Optional<Mark> open =
                    each.stream().filter(s -> s.outcome() == Outcome.EXAMINER).findFirst();
            return all.outcome() == Outcome.ZERO && open.isPresent() ? replaced(all, open.get()) : all;
        }
        double best =
                credited.stream().mapToDouble(s -> s.score().orElse(0)).max().orElse(0);
        List<String> matched = credited.stream()
                .flatMap(s -> s.matchedKeyIds().stream())
                .distinct()
                .toList();
        Mark first = credited.stream()
                .filter(s -> s.score().orElse(0) == best)
                .findFirst()
                .orElseThrow();
        return new Mark(
                Outcome.CREDIT,
                OptionalDouble.of(best),
                matched,
                first.reason(),
                all.repairedText(),
                first.confidence());
    }

    private static Mark replaced(Mark all, Mark part) {
        return new Mark(
                part.outcome(),
                part.score(),
                part.matchedKeyIds(),
                part.reason(),
                all.repairedText(),
                part.confidence());
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
            return trick.get() == GamingGate.Trick.STUFFING && own.probability() >= SOUND
                    ? examiner(answer, own, Reason.Code.EXAMINER)
                    : zero(answer, Reason.of(Reason.Code.valueOf(trick.get().name())), 0);
        }
        if (one.precedent().isPresent()) {
            return one.precedent().get().kind() == Precedent.Kind.OUTSIDE
                    ? examiner(answer, own, Reason.Code.OUTSIDE)
                    : zero(answer, Explanation.of(answer, column, candidates), own.probability());
        }
        Verdict elsewhere = AnswerFeatures.verdict(candidates, model.credit(), column, false);
        ScoringModel.Thresholds limits = model.thresholds();
        if (own.probability() >= limits.credit() && own.best().isPresent()) {
            Candidate best = own.best().get();
            return contradicts(answer, best)
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
            return zero(answer, Explanation.of(answer, column, candidates), own.probability());
        }
        return examiner(answer, own, own.probability() < limits.zero() ? Reason.Code.OUTSIDE : Reason.Code.EXAMINER);
    }

    /** Contradictions that no likeness outweighs: they leave the answer to a person. */
    boolean contradicts(Prepared answer, Candidate candidate) {
        return turned(candidate)
                || denies(candidate)
                || (candidate.of("tagConflict") >= 1 && candidate.of("roleSwap") > SWAPPED)
                || exchanged(answer, candidate) > SWAPPED
                || !candidate.item().frame().admits(answer.meaning(), key.comparison())
                || candidate.item().wordings().stream()
                        .anyMatch(wording -> Substitution.contradicts(key, answer.meaning(), wording.meaning()));
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

    double exchanged(Prepared answer, Candidate candidate) {
        return Stream.concat(candidate.item().wordings().stream(), candidate.item().accepted().stream())
                .mapToDouble(wording -> key.comparison().exchanged(answer.meaning(), wording.meaning()))
                .min()
                .orElse(0);
    }

    private Mark credit(Prepared answer, Candidate best, double probability) {
        boolean full = full(best);
        LocalText item = best.item().text();
        Reason reason = full
                ? Reason.of(Reason.Code.MATCH, item)
                : Reason.of(Reason.Code.HALF, item, Explanation.missing(best));
        return new Mark(
                Outcome.CREDIT,
                OptionalDouble.of(full ? 1 : HALF),
                List.of(best.item().id()),
                reason,
                answer.meaning().text(),
                rounded(probability));
    }

    private static Mark zero(Prepared answer, Reason reason, double probability) {
        return new Mark(
                Outcome.ZERO,
                OptionalDouble.of(0),
                List.of(),
                reason,
                answer.meaning().text(),
                rounded(probability));
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
