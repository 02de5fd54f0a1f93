package org.openots.hazop.review;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.hazop.wording.Wordings;

/**
 * Decisions of people about scored worksheets, with the rules of who may decide what. Thread-safe. The journal is the
 * truth: a decision is acknowledged only after it is on the disk, and nothing in it is ever changed. Asked for again,
 * the same decision is made once.
 */
public final class ReviewStore implements AutoCloseable {
    private static final LocalText PROGRAM = new LocalText("程序", "the program");

    private final ReviewJournal journal;
    private final Clock clock;

    /**
     * Opens the folder and reads what is in it.
     *
     * @param folder created when it does not exist
     * @param clock dates decisions, and ends the time for appeals
     * @throws OtsException if the folder cannot be used
     */
    public ReviewStore(Path folder, Clock clock) {
        this.journal = new ReviewJournal(folder);
        this.clock = clock;
    }

    /**
     * Why nothing can be decided.
     *
     * @return what is wrong with the journal, or nothing
     */
    public synchronized Optional<OtsException> damage() {
        return journal.damage();
    }

    /**
     * The decisions on an answer.
     *
     * @param answer the answer
     * @return all of them, the oldest first; the last one stands
     */
    public synchronized List<Ruling> rulings(AnswerRef answer) {
        return journal.book().rulings(answer);
    }

    /**
     * The decision on an answer that stands.
     *
     * @param answer the answer
     * @return the decision, or nothing
     */
    public Optional<Ruling> ruling(AnswerRef answer) {
        List<Ruling> all = rulings(answer);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * The decisions that stand.
     *
     * @return one for each answer that has any
     */
    public synchronized List<Ruling> standing() {
        return journal.book().present();
    }

    /**
     * Decides an answer.
     *
     * @param answer the answer
     * @param program what the program said of it
     * @param verdict what it is worth, checked with {@link Tally#checked}
     * @param examiner account of the person
     * @param reason why; needed unless the answer waits and nobody else decided it
     * @return the decision that stands now
     * @throws OtsException if the worksheet is released or the reason is missing
     */
    public synchronized Ruling rule(
            AnswerRef answer, ProgramView program, Verdict verdict, String examiner, String reason) {
        if (journal.book().released(answer.sheet()).isPresent()) {
            throw new OtsException(ReviewError.RELEASED, answer.sheet());
        }
        Optional<Ruling> before = ruling(answer);
        if (before.isPresent()
                && before.get().examiner().equals(examiner)
                && before.get().verdict().equals(verdict)
                && before.get().reason().equals(reason)) {
            return before.get();
        }
        boolean free =
                before.isEmpty() ? program.queued() : before.get().examiner().equals(examiner) && program.queued();
        if (reason.isBlank() && !free) {
            Object who = before.isPresent() ? before.get().examiner() : PROGRAM;
            throw new OtsException(ReviewError.REASON_NEEDED, answer.text(), who);
        }
        Ruling ruling = new Ruling(answer, program, verdict, examiner, reason.strip(), clock.millis());
        journal.append(ReviewRecord.RULED, ruling);
        return ruling;
    }

    /**
     * Keeps what follows for a rating from a decision in its row.
     *
     * @param rating the rating
     * @param program what the program says of it now
     * @param points what it is worth now
     * @param examiner account of the person who decided in the row
     * @return the ruling
     * @throws OtsException if the worksheet is released
     */
    public synchronized Ruling follow(AnswerRef rating, ProgramView program, double points, String examiner) {
        if (journal.book().released(rating.sheet()).isPresent()) {
            throw new OtsException(ReviewError.RELEASED, rating.sheet());
        }
        Ruling ruling =
                new Ruling(rating, program, new Verdict(Verdict.Basis.ROW, "", points), examiner, "", clock.millis());
        journal.append(ReviewRecord.RULED, ruling);
        return ruling;
    }

    /**
     * The released score of a worksheet.
     *
     * @param sheet its id
     * @return the score, or nothing
     */
    public synchronized Optional<ReleasedScore> released(String sheet) {
        return journal.book().released(sheet);
    }

    /**
     * Releases the score of a worksheet; released before, the first score stands.
     *
     * @param score the score, with no answer waiting
     * @return the score that stands
     * @throws OtsException if answers wait
     */
    public synchronized ReleasedScore release(ReleasedScore score) {
        Optional<ReleasedScore> before = journal.book().released(score.sheet());
        if (before.isPresent()) {
            return before.get();
        }
        int waiting = score.rows().stream().mapToInt(ScoredRow::waiting).sum();
        if (waiting > 0) {
            throw new OtsException(ReviewError.NOT_READY, score.sheet(), waiting, 0);
        }
        journal.append(ReviewRecord.RELEASED, score);
        return score;
    }

    /**
     * Appeals against the score of an answer; once for each.
     *
     * @param answer the answer
     * @param student account of the student
     * @param reason why
     * @return the appeal
     * @throws OtsException if it is not released, the time is over, or there was an appeal for another reason
     */
    public synchronized Appeal appeal(AnswerRef answer, String student, String reason) {
        ReleasedScore score = journal.book()
                .released(answer.sheet())
                .orElseThrow(() -> new OtsException(ReviewError.NOT_RELEASED, answer.sheet()));
        if (score.answer(answer).isEmpty()) {
            throw new OtsException(ReviewError.ANSWER_UNKNOWN, answer.text());
        }
        Optional<Appeal> before = journal.book().appeal(answer);
        if (before.isPresent()) {
            if (before.get().reason().equals(reason.strip())) {
                return before.get();
            }
            throw new OtsException(ReviewError.APPEAL_TWICE, answer.text());
        }
        if (clock.millis() > score.appealUntil()) {
            throw new OtsException(ReviewError.APPEAL_CLOSED, answer.text());
        }
        Appeal appeal = new Appeal(answer, student, reason.strip(), clock.millis());
        journal.append(ReviewRecord.APPEALED, appeal);
        return appeal;
    }

    /**
     * All appeals.
     *
     * @return the oldest first
     */
    public synchronized List<Appeal> appeals() {
        return journal.book().appeals();
    }

    /**
     * The appeal against an answer.
     *
     * @param answer the answer
     * @return the appeal, or nothing
     */
    public synchronized Optional<Appeal> appealOf(AnswerRef answer) {
        return journal.book().appeal(answer);
    }

    /**
     * What became of an appeal.
     *
     * @param answer the answer
     * @return the correction, or nothing
     */
    public synchronized Optional<Correction> correctionOf(AnswerRef answer) {
        return journal.book().correction(answer);
    }

    /**
     * The corrections of a worksheet.
     *
     * @param sheet its id
     * @return the oldest first
     */
    public synchronized List<Correction> corrections(String sheet) {
        return journal.book().corrections(sheet);
    }

    /**
     * Who decided an answer last before its score was released.
     *
     * @param answer the answer
     * @return account; empty when the program did
     */
    public String decider(AnswerRef answer) {
        return ruling(answer).map(Ruling::examiner).orElse("");
    }

    /**
     * Decides an appeal; the released score stays, the correction stands beside it.
     *
     * @param answer the answer
     * @param verdict what it is worth, checked with {@link Tally#checked}
     * @param examiner account of a person who did not decide it before
     * @param reason why
     * @return the correction
     * @throws OtsException if there is no open appeal, the person decided before, or the reason is missing
     */
    public synchronized Correction correct(AnswerRef answer, Verdict verdict, String examiner, String reason) {
        ReviewBook book = journal.book();
        ReleasedScore score = book.released(answer.sheet())
                .filter(one -> book.appeal(answer).isPresent())
                .orElseThrow(() -> new OtsException(ReviewError.APPEAL_UNKNOWN, answer.text()));
        Optional<Correction> before = book.correction(answer);
        if (before.isPresent()) {
            if (before.get().examiner().equals(examiner)
                    && before.get().verdict().equals(verdict)
                    && before.get().reason().equals(reason.strip())) {
                return before.get();
            }
            throw new OtsException(ReviewError.APPEAL_UNKNOWN, answer.text());
        }
        if (decider(answer).equals(examiner)) {
            throw new OtsException(ReviewError.FOUR_EYES, answer.text(), examiner);
        }
        if (reason.isBlank()) {
            throw new OtsException(ReviewError.REASON_NEEDED, answer.text(), PROGRAM);
        }
        Map<AnswerRef, Verdict> verdicts = new HashMap<>();
        book.corrections(answer.sheet()).forEach(one -> verdicts.put(one.answer(), one.verdict()));
        double totalBefore = Tally.corrected(score, verdicts);
        verdicts.put(answer, verdict);
        ScoredAnswer released = score.answer(answer).orElseThrow();
        Correction correction = new Correction(
                answer,
                released.text(),
                verdict,
                released.counted() ? released.earned() : 0,
                totalBefore,
                Tally.corrected(score, verdicts),
                examiner,
                reason.strip(),
                clock.millis());
        journal.append(ReviewRecord.CORRECTED, correction);
        return correction;
    }

    /**
     * The wordings in use.
     *
     * @return the newest version
     */
    public synchronized Wordings wordings() {
        return journal.book().wordings();
    }

    /**
     * The wordings as they would be with a proposal.
     *
     * @param proposal the proposal
     * @return the next version
     */
    public synchronized Wordings next(Proposal proposal) {
        return journal.book().next(proposal);
    }

    /**
     * All proposals.
     *
     * @return the oldest first
     */
    public synchronized List<Proposal> proposals() {
        return journal.book().proposals();
    }

    /**
     * A proposal.
     *
     * @param id its id
     * @return the proposal
     * @throws OtsException if there is none
     */
    public synchronized Proposal proposal(String id) {
        return journal.book().proposal(id).orElseThrow(() -> new OtsException(ReviewError.PROPOSAL_UNKNOWN, id));
    }

    /**
     * What became of a proposal.
     *
     * @param id its id
     * @return the outcome; nothing while it is open
     */
    public synchronized Optional<Proposal.Outcome> outcome(String id) {
        return journal.book().outcome(id);
    }

    /**
     * Keeps a proposal; one that lost its trial is refused at once, and the list of what it loses is kept. An open one
     * for the same wording stands.
     *
     * @param draft the proposal, with any id
     * @return the proposal with its id
     */
    public synchronized Proposal propose(Proposal draft) {
        Optional<Proposal> same = proposals().stream()
                .filter(one -> one.kind() == draft.kind()
                        && one.target().equals(draft.target())
                        && one.text().equals(draft.text())
                        && outcome(one.id())
                                .map(Proposal.Outcome::state)
                                .filter(state -> state != Proposal.State.APPROVED)
                                .isEmpty())
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        String id = "p-" + (proposals().size() + 1);
        Proposal proposal = new Proposal(
                id,
                draft.kind(),
                draft.study(),
                draft.digest(),
                draft.deviation(),
                draft.column(),
                draft.target(),
                draft.targetText(),
                draft.text(),
                draft.by(),
                clock.millis(),
                draft.regression());
        journal.append(ReviewRecord.PROPOSED, proposal);
        if (!draft.regression().passed()) {
            settle(id, Proposal.State.REFUSED, draft.by(), "", draft.regression());
        }
        return proposal;
    }

    /**
     * Approves a proposal; it makes the next version of the wordings.
     *
     * @param id its id
     * @param by account of a person who did not propose it
     * @param trial what a trial of now found
     * @return the outcome; refused when the trial found a loss
     * @throws OtsException if it is decided otherwise, or the person proposed it
     */
    public synchronized Proposal.Outcome approve(String id, String by, Regression trial) {
        Proposal proposal = proposal(id);
        Optional<Proposal.Outcome> before = outcome(id);
        if (before.isPresent()) {
            return again(before.get(), Proposal.State.APPROVED);
        }
        if (proposal.by().equals(by)) {
            throw new OtsException(ReviewError.FOUR_EYES, id, by);
        }
        return settle(id, trial.passed() ? Proposal.State.APPROVED : Proposal.State.REFUSED, by, "", trial);
    }

    /**
     * Turns a proposal down; its author may take it back.
     *
     * @param id its id
     * @param by account of the person
     * @param reason why
     * @return the outcome
     * @throws OtsException if it is decided otherwise
     */
    public synchronized Proposal.Outcome reject(String id, String by, String reason) {
        Proposal proposal = proposal(id);
        Optional<Proposal.Outcome> before = outcome(id);
        return before.isPresent()
                ? again(before.get(), Proposal.State.REJECTED)
                : settle(id, Proposal.State.REJECTED, by, reason.strip(), proposal.regression());
    }

    private static Proposal.Outcome again(Proposal.Outcome before, Proposal.State wanted) {
        if (before.state() != wanted) {
            throw new OtsException(ReviewError.PROPOSAL_DECIDED, before.proposal());
        }
        return before;
    }

    private Proposal.Outcome settle(String id, Proposal.State state, String by, String reason, Regression trial) {
        int version = state == Proposal.State.APPROVED ? wordings().version() + 1 : 0;
        Proposal.Outcome outcome = new Proposal.Outcome(id, state, version, by, reason, clock.millis(), trial);
        journal.append(ReviewRecord.SETTLED, outcome);
        return outcome;
    }

    /** Makes everything durable and lets the files go. */
    @Override
    public synchronized void close() {
        journal.close();
    }
}
