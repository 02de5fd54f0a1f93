package org.openots.hazop.task;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalledThings;

/**
 * All attempts of a station in a folder, a hash-chained journal each. Thread-safe. The journals are the truth: what is
 * in memory is made from them, and a change is acknowledged only after it is on the disk.
 */
public final class AttemptStore implements AutoCloseable {
    private final JournalledThings<Attempt> attempts;

    /**
     * Opens the folder and reads what is in it.
     *
     * @param folder created when it does not exist
     * @param clock dates records, for people only
     * @throws OtsException if the folder cannot be used
     */
    public AttemptStore(Path folder, Clock clock) {
        this.attempts = new JournalledThings<>(
                folder,
                clock,
                AttemptReplay::new,
                new JournalledThings.Refusals(
                        TaskError.ATTEMPT_UNKNOWN, TaskError.ATTEMPT_DAMAGED, TaskError.ATTEMPT_STORAGE));
    }

    /**
     * Attempts that could not be read; the others are not affected.
     *
     * @return why, by id
     */
    public Map<String, OtsException> lost() {
        return attempts.lost();
    }

    /**
     * Opens a new attempt.
     *
     * @param head what it is about; its id must be new
     * @return the attempt
     * @throws OtsException if it cannot be made durable
     */
    public AttemptState open(AttemptHead head) {
        JournalEntry first = new JournalEntry(AttemptRecord.OPENED, head.opened(), AttemptRecord.head(head));
        return attempts.open(head.id(), first).view();
    }

    /**
     * All attempts.
     *
     * @return the attempts, the last opened first
     */
    public List<AttemptState> all() {
        return attempts.all().stream()
                .map(Attempt::view)
                .sorted((a, b) -> Long.compare(b.head().opened(), a.head().opened()))
                .toList();
    }

    /**
     * All attempts of a person.
     *
     * @param owner account
     * @return the attempts, the last opened first
     */
    public List<AttemptState> of(String owner) {
        return all().stream().filter(one -> one.head().owner().equals(owner)).toList();
    }

    /**
     * An attempt.
     *
     * @param id its id
     * @return what is durable of it
     * @throws OtsException if there is none or it is damaged
     */
    public AttemptState view(String id) {
        return attempts.get(id).view();
    }

    /**
     * Keeps answers in their order.
     *
     * @param id the attempt
     * @param form its questions
     * @param edits the answers; those kept before are not kept again
     * @return the attempt
     * @throws OtsException at the first that is refused; those before it are durable
     */
    public AttemptState answer(String id, TaskForm form, List<AttemptEdit> edits) {
        return attempts.get(id).answer(form, edits);
    }

    /**
     * Shows the right answer to a question of a junior attempt.
     *
     * @param id the attempt
     * @param form its questions
     * @param question the question, answered; its answer changes no more
     * @return the attempt
     * @throws OtsException if it is not answered or not of the junior level
     */
    public AttemptState check(String id, TaskForm form, String question) {
        return attempts.get(id).check(form, question);
    }

    /**
     * Opens the worksheet of an attempt; from then on its questions on the frame of the study change no more.
     *
     * @param id the attempt
     * @param sheet opens a worksheet and gives its id; asked only when the attempt has none
     * @return the attempt
     * @throws OtsException if it is submitted without one
     */
    public AttemptState openSheet(String id, Supplier<String> sheet) {
        return attempts.get(id).openSheet(sheet);
    }

    /**
     * Submits and scores an attempt; submitted before, the first submission stands.
     *
     * @param id the attempt
     * @param form its questions
     * @param audit what was found in its worksheet
     * @return the attempt with its score
     */
    public AttemptState submit(String id, TaskForm form, Optional<AttemptScore.Audit> audit) {
        return attempts.get(id).submit(form, audit);
    }

    /**
     * Lets the student see score and reasons of a submitted attempt.
     *
     * @param id the attempt
     * @param by account of the teacher
     * @return the attempt
     * @throws OtsException if it is not submitted
     */
    public AttemptState release(String id, String by) {
        return attempts.get(id).release(by);
    }

    /** Makes everything durable and lets the files go. */
    @Override
    public void close() {
        attempts.close();
    }
}
