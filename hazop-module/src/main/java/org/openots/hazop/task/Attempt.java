package org.openots.hazop.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.ThingJournal;
import org.openots.common.text.Brief;

/** One attempt that is being worked on. Thread-safe. A change is shown, and answered, only when it is durable. */
final class Attempt {
    /** Most changes in one attempt: a student makes some hundred, and a runaway script must not fill the disk. */
    static final int MOST_EDITS = 5_000;

    private static final Pattern EDIT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int RECEIPT_DIGITS = 16;
    private static final int LONGEST_WORDS = 60;

    private final ThingJournal journal;
    private final Set<String> edits;
    private AttemptState state;
    private String hash;

    Attempt(AttemptState state, Set<String> edits, String hash, ThingJournal journal) {
        this.state = state;
        this.edits = new HashSet<>(edits);
        this.hash = hash;
        this.journal = journal;
    }

    synchronized AttemptState view() {
        return state;
    }

    /** Keeps answers in their order; an edit that was done before is not done again. */
    synchronized AttemptState answer(TaskForm form, List<AttemptEdit> batch) {
        for (AttemptEdit edit : batch) {
            if (!EDIT.matcher(edit.id()).matches()) {
                throw new OtsException(TaskError.EDIT_FORM, Brief.of(edit.id()));
            }
            if (!edits.contains(edit.id())) {
                answer(form, edit);
            }
        }
        return state;
    }

    private void answer(TaskForm form, AttemptEdit edit) {
        requireOpen();
        Question question = question(form, edit.question());
        if (state.checked().contains(edit.question())) {
            throw new OtsException(TaskError.CHECKED, edit.question());
        }
        if (state.settled(question)) {
            throw new OtsException(TaskError.BEFORE_SHEET, edit.question());
        }
        if (!question.fits(edit.answer())) {
            String words = String.join(" ", edit.answer());
            throw new OtsException(
                    TaskError.ANSWER_FORM,
                    edit.question(),
                    Brief.of(words.substring(0, Math.min(words.length(), LONGEST_WORDS))));
        }
        if (edits.size() >= MOST_EDITS) {
            throw new OtsException(TaskError.EDITS_LIMIT, state.head().id(), edits.size());
        }
        JournalReceipt receipt = append(
                AttemptRecord.ANSWERED, journal.now(), AttemptRecord.answer(edit.id(), edit.question(), edit.answer()));
        edits.add(edit.id());
        state = state.answered(edit.question(), edit.answer(), receipt.sequence());
    }

    private Question question(TaskForm form, String id) {
        return form.question(id)
                .orElseThrow(() -> new OtsException(
                        TaskError.QUESTION_UNKNOWN, Brief.of(id), state.head().id()));
    }

    /** Shows the right answer to a question, which can no longer be answered then. */
    synchronized AttemptState check(TaskForm form, String id) {
        question(form, id);
        if (state.checked().contains(id)) {
            return state;
        }
        requireOpen();
        if (state.head().level() != TaskLevel.JUNIOR) {
            throw new OtsException(
                    TaskError.NOT_JUNIOR,
                    state.head().id(),
                    state.head().level().word());
        }
        if (state.answer(id).isEmpty()) {
            throw new OtsException(TaskError.NOT_ANSWERED, id);
        }
        ObjectNode body = AttemptRecord.body().put("question", id);
        state = state.checked(
                id, append(AttemptRecord.CHECKED, journal.now(), body).sequence());
        return state;
    }

    /** Notes the worksheet; it has one before, that one stands. */
    synchronized AttemptState openSheet(Supplier<String> sheet) {
        if (state.sheet().isEmpty()) {
            requireOpen();
            String id = sheet.get();
            ObjectNode body = AttemptRecord.body().put("sheet", id);
            state = state.sheetOpened(
                    id, append(AttemptRecord.SHEET, journal.now(), body).sequence());
        }
        return state;
    }

    /** Submits with a score; submitted before, the first submission stands. */
    synchronized AttemptState submit(TaskForm form, Optional<AttemptScore.Audit> audit) {
        if (state.submission().isPresent()) {
            return state;
        }
        AttemptScore score =
                new AttemptScore(form.questions().stream().map(this::line).toList(), audit);
        long at = journal.now();
        String receipt = hash.substring(0, Math.min(RECEIPT_DIGITS, hash.length()));
        ObjectNode body = AttemptRecord.body().put("receipt", receipt);
        body.set("score", AttemptRecord.score(score));
        long sequence = append(AttemptRecord.SUBMITTED, at, body).sequence();
        state = state.submitted(new AttemptState.Submission(at, receipt), score, sequence);
        return state;
    }

    private AttemptScore.Line line(Question question) {
        double weight = question.head().weight();
        return new AttemptScore.Line(question.id(), weight * question.share(state.answer(question.id())), weight);
    }

    /** Lets the student see score and reasons; released before, the first release stands. */
    synchronized AttemptState release(String by) {
        if (state.submission().isEmpty()) {
            throw new OtsException(TaskError.NOT_SUBMITTED, state.head().id());
        }
        if (state.release().isEmpty()) {
            long at = journal.now();
            ObjectNode body = AttemptRecord.body().put("by", by);
            state = state.released(
                    new AttemptState.Release(by, at),
                    append(AttemptRecord.RELEASED, at, body).sequence());
        }
        return state;
    }

    private void requireOpen() {
        if (state.submission().isPresent()) {
            throw new OtsException(TaskError.SUBMITTED, state.head().id());
        }
    }

    private JournalReceipt append(String kind, long at, ObjectNode body) {
        JournalReceipt receipt = journal.durable(journal.append(kind, at, body));
        hash = receipt.hash();
        return receipt;
    }
}
