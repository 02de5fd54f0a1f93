package org.openots.instructor.hazop;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.review.Appeal;
import org.openots.hazop.review.Correction;
import org.openots.hazop.review.ProgramView;
import org.openots.hazop.review.ReleasedScore;
import org.openots.hazop.review.ReviewError;
import org.openots.hazop.review.ReviewStore;
import org.openots.hazop.review.Ruling;
import org.openots.hazop.review.ScoredRow;
import org.openots.hazop.review.Tally;
import org.openots.hazop.review.Verdict;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Study;
import org.openots.hazop.worksheet.AnswerReading;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.RowLimits;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;
import org.openots.hazop.worksheet.WorksheetScorer;
import org.openots.instructor.catalog.OfferedStudy;

/** What examiners do with worksheets: decide answers, release scores, decide appeals. */
public final class ReviewDesk {
    private final HazopDesk desk;
    private final ReviewStore store;
    private final Clock clock;

    /**
     * Makes the desk.
     *
     * @param desk the worksheets, their studies and the scorer
     * @param store the decisions; stays the caller's
     * @param clock dates releases
     */
    public ReviewDesk(HazopDesk desk, ReviewStore store, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The decisions.
     *
     * @return the store
     */
    public ReviewStore store() {
        return store;
    }

    /**
     * An answer with everything that is needed to decide it.
     *
     * @param ref the answer
     * @param score what the program said
     * @param study the study it was written for
     * @param deviation the deviation with its key
     * @param limits what can be earned
     */
    public record Found(AnswerRef ref, AnswerScore score, Study study, Deviation deviation, RowLimits limits) {
        /**
         * Where it stands.
         *
         * @return the column; nothing for a rating
         */
        public Optional<Column> column() {
            return Tally.column(score.cell());
        }
    }

    private WorksheetScorer scorer(String what) {
        return desk.content().scorer().orElseThrow(() -> new OtsException(ReviewError.NO_SCORER, what));
    }

    private Study study(SheetState state) {
        return desk.study(state.head().study())
                .orElseThrow(() -> new OtsException(
                        ReviewError.STUDY_MISSING,
                        state.head().study().id(),
                        state.head().study().digest()))
                .study();
    }

    /**
     * Where a worksheet stands.
     *
     * @param view the worksheet
     * @return state, rows and what became of appeals
     */
    public SheetResult result(SheetView view) {
        SheetState state = view.state();
        String sheet = state.head().id();
        Optional<ReleasedScore> released = store.released(sheet);
        Map<String, ScoredRow> rows = new LinkedHashMap<>();
        if (released.isPresent()) {
            released.get().rows().forEach(row -> rows.put(row.deviation(), row));
            List<Appeal> appeals = store.appeals().stream()
                    .filter(one -> one.answer().sheet().equals(sheet))
                    .toList();
            return new SheetResult(
                    SheetResult.State.RELEASED, rows, 0, 0, 0, released, appeals, store.corrections(sheet));
        }
        for (DeviationScore score : state.scores().values()) {
            rows.put(score.deviation(), row(state, score));
        }
        int waiting = rows.values().stream().mapToInt(ScoredRow::waiting).sum();
        int unscored = (int) state.submitted().keySet().stream()
                .filter(deviation -> !state.scores().containsKey(deviation))
                .count();
        SheetResult.State how = state.handIn().isPresent() ? SheetResult.State.HANDED_IN : SheetResult.State.IN_WORK;
        return new SheetResult(how, rows, unwritten(state), waiting, unscored, Optional.empty(), List.of(), List.of());
    }

    private double unwritten(SheetState state) {
        Optional<OfferedStudy> study = desk.study(state.head().study());
        Optional<WorksheetScorer> scorer = desk.content().scorer();
        if (state.handIn().isEmpty() || study.isEmpty() || scorer.isEmpty()) {
            return 0;
        }
        return state.head().deviations().stream()
                .filter(deviation -> !state.submitted().containsKey(deviation))
                .mapToDouble(deviation ->
                        scorer.get().limits(study.get().study(), deviation).possible())
                .sum();
    }

    private ScoredRow row(SheetState state, DeviationScore score) {
        Optional<OfferedStudy> study = desk.study(state.head().study());
        if (study.isEmpty() || desk.content().scorer().isEmpty()) {
            // nobody can have decided anything in it either
            return Tally.asScored(score);
        }
        RowLimits limits = scorer(state.head().id()).limits(study.get().study(), score.deviation());
        return Tally.row(
                score, limits, index -> store.ruling(new AnswerRef(state.head().id(), score.deviation(), index)));
    }

    /**
     * Finds an answer.
     *
     * @param ref its place
     * @return the answer
     * @throws OtsException if there is none
     */
    public Found find(AnswerRef ref) {
        SheetState state = desk.store().view(ref.sheet()).state();
        DeviationScore score = state.scores().get(ref.deviation());
        if (score == null || ref.index() < 0 || ref.index() >= score.answers().size()) {
            throw new OtsException(ReviewError.ANSWER_UNKNOWN, ref.text());
        }
        return found(ref, score.answers().get(ref.index()), state);
    }

    /**
     * All answers that wait for a person: of worksheets that are handed in and not released.
     *
     * @return the answers, in the order of the worksheets
     */
    public List<Found> waiting() {
        List<Found> waiting = new ArrayList<>();
        for (SheetView view : desk.store().all()) {
            SheetState state = view.state();
            String sheet = state.head().id();
            if (state.handIn().isEmpty() || store.released(sheet).isPresent()) {
                continue;
            }
            for (DeviationScore score : state.scores().values()) {
                for (int i = 0; i < score.answers().size(); i++) {
                    AnswerRef ref = new AnswerRef(sheet, score.deviation(), i);
                    if (score.answers().get(i).outcome() == AnswerScore.Outcome.EXAMINER
                            && store.ruling(ref).isEmpty()) {
                        waiting.add(find(ref));
                    }
                }
            }
        }
        return waiting;
    }

    /**
     * Appeals that wait for a person.
     *
     * @return the oldest first
     */
    public List<Appeal> openAppeals() {
        return store.appeals().stream()
                .filter(appeal -> store.correctionOf(appeal.answer()).isEmpty())
                .toList();
    }

    /**
     * How the scorer reads an answer now.
     *
     * @param found the answer
     * @return the reading; nothing for a rating
     */
    public Optional<AnswerReading> read(Found found) {
        return found.column()
                .map(column -> scorer(found.ref().text())
                        .read(
                                found.study(),
                                found.ref().deviation(),
                                column,
                                found.score().text()));
    }

    /**
     * The last decision on the same text in the same cell of the key, on another answer, for a person to follow or not.
     *
     * @param found the answer
     * @return the decision, or nothing
     */
    public Optional<Ruling> earlier(Found found) {
        String column = found.column().map(Column::word).orElse(Tally.RISK);
        String text = sameText(found.score().text());
        return store.standing().stream()
                .filter(ruling -> ruling.verdict().basis() != Verdict.Basis.ROW
                        && !ruling.answer().equals(found.ref())
                        && ruling.answer().deviation().equals(found.ref().deviation())
                        && ruling.program().study().equals(found.study().id())
                        && ruling.program().column().equals(column)
                        && sameText(ruling.program().text()).equals(text))
                .max(Comparator.comparingLong(Ruling::at));
    }

    /**
     * A form that is equal for texts that differ only in width, case or spaces.
     *
     * @param text an answer
     * @return the form
     */
    public static String sameText(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    /**
     * Decides answers, each on its own record; all are checked before the first is decided.
     *
     * @param answers the answers, usually of the same text
     * @param verdict what each is worth
     * @param examiner account of the person
     * @param reason why, may be empty for answers that wait
     * @return the decisions that stand
     * @throws OtsException if one of them cannot be decided so
     */
    public synchronized List<Ruling> rule(List<AnswerRef> answers, Verdict verdict, String examiner, String reason) {
        List<Found> found = new ArrayList<>();
        for (AnswerRef ref : answers) {
            Found one = find(ref);
            Tally.checked(ref, one.score(), one.deviation(), one.limits(), verdict);
            if (desk.store().view(ref.sheet()).state().handIn().isEmpty()) {
                throw new OtsException(ReviewError.NOT_HANDED_IN, ref.sheet());
            }
            found.add(one);
        }
        List<Ruling> rulings = new ArrayList<>();
        for (Found one : found) {
            Verdict checked = Tally.checked(one.ref(), one.score(), one.deviation(), one.limits(), verdict);
            rulings.add(store.rule(one.ref(), program(one), checked, examiner, reason));
        }
        found.forEach(one -> follow(one.ref(), examiner));
        return rulings;
    }

    /** A rating counts while anything else in its row does: a decision there may give or take its points. */
    private void follow(AnswerRef decided, String examiner) {
        SheetState state = desk.store().view(decided.sheet()).state();
        DeviationScore score = state.scores().get(decided.deviation());
        if (score == null) {
            return;
        }
        for (int i = 0; i < score.answers().size(); i++) {
            if (Tally.column(score.answers().get(i).cell()).isEmpty()) {
                rateAgain(state, score, new AnswerRef(decided.sheet(), decided.deviation(), i), examiner);
            }
        }
    }

    private void rateAgain(SheetState state, DeviationScore score, AnswerRef ref, String examiner) {
        Optional<Ruling> standing = store.ruling(ref);
        if (standing.filter(one -> one.verdict().basis() != Verdict.Basis.ROW).isPresent()) {
            // a person decided the rating itself
            return;
        }
        boolean founded = row(state, score).answers().stream()
                .anyMatch(
                        answer -> !answer.column().equals(Tally.RISK) && answer.outcome() != AnswerScore.Outcome.ZERO);
        AnswerScore was = score.answers().get(ref.index());
        String code = standing.map(one -> one.program().code()).orElse(was.reasonCode());
        double points = standing.map(one -> one.verdict().points()).orElse(was.earned());
        scorer(ref.text())
                .rating(state, study(state), ref.deviation(), founded)
                .filter(now -> !now.reasonCode().equals(code) || now.earned() != points)
                .ifPresent(now -> store.follow(ref, program(found(ref, now, state)), now.earned(), examiner));
    }

    private Found found(AnswerRef ref, AnswerScore score, SheetState state) {
        Study study = study(state);
        return new Found(
                ref,
                score,
                study,
                study.deviation(ref.deviation()).orElseThrow(),
                scorer(ref.text()).limits(study, ref.deviation()));
    }

    private ProgramView program(Found found) {
        AnswerScore score = found.score();
        DeviationScore row = desk.store()
                .view(found.ref().sheet())
                .state()
                .scores()
                .get(found.ref().deviation());
        Optional<AnswerReading> reading = read(found);
        return new ProgramView(
                found.study().id(),
                score.cell(),
                found.column().map(Column::word).orElse(Tally.RISK),
                score.text(),
                score.outcome(),
                score.earned(),
                score.possible(),
                score.reasonCode(),
                score.reason(),
                score.matched(),
                row == null ? "" : row.scorer(),
                reading.map(AnswerReading::understood).orElse(score.text()),
                scorer(found.ref().text()).version());
    }

    /**
     * Releases the score of a worksheet; released before, that score stands.
     *
     * @param sheet its id
     * @param examiner account of the person
     * @param appealDays days during which its student may appeal, 0 for none
     * @return the released score
     * @throws OtsException if it is not handed in or something waits
     */
    public synchronized ReleasedScore release(String sheet, String examiner, int appealDays) {
        SheetView view = desk.store().view(sheet);
        SheetState state = view.state();
        SheetResult result = result(view);
        if (result.released().isPresent()) {
            return result.released().get();
        }
        if (state.handIn().isEmpty()) {
            throw new OtsException(ReviewError.NOT_HANDED_IN, sheet);
        }
        if (!result.ready()) {
            throw new OtsException(ReviewError.NOT_READY, sheet, result.waiting(), result.unscored());
        }
        Study study = study(state);
        List<ScoredRow> rows = new ArrayList<>();
        for (String deviation : state.head().deviations()) {
            ScoredRow row = result.rows().get(deviation);
            rows.add(row == null ? Tally.empty(deviation, scorer(sheet).limits(study, deviation)) : row);
        }
        long now = clock.millis();
        return store.release(new ReleasedScore(
                sheet,
                state.head().owner(),
                study.id(),
                state.head().study().digest(),
                state.head().level(),
                examiner,
                now,
                appealDays > 0 ? now + Duration.ofDays(appealDays).toMillis() : 0,
                rows.stream().mapToDouble(ScoredRow::earned).sum(),
                rows.stream().mapToDouble(ScoredRow::possible).sum(),
                rows));
    }

    /**
     * Decides an appeal.
     *
     * @param ref the answer
     * @param verdict what it is worth
     * @param examiner account of a person who did not decide it before
     * @param reason why
     * @return the correction
     * @throws OtsException if it cannot be decided so
     */
    public Correction correct(AnswerRef ref, Verdict verdict, String examiner, String reason) {
        Found found = find(ref);
        return store.correct(
                ref, Tally.checked(ref, found.score(), found.deviation(), found.limits(), verdict), examiner, reason);
    }
}
