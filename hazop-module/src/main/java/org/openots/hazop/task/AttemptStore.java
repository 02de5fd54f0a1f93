package org.openots.hazop.task;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.JournalReport;
import org.openots.common.journal.JournalStore;
import org.openots.common.journal.JournalWriter;
import org.openots.common.text.Brief;

/**
 * All attempts of a station in a folder, a hash-chained journal each. Thread-safe. The journals are the truth: what is
 * in memory is made from them, and a change is acknowledged only after it is on the disk.
 */
public final class AttemptStore implements AutoCloseable {
    private final JournalStore journals;
    private final Clock clock;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final Map<String, OtsException> lost;

    /**
     * Opens the folder and reads what is in it.
     *
     * @param folder created when it does not exist
     * @param clock dates records, for people only
     * @throws OtsException if the folder cannot be used
     */
    public AttemptStore(Path folder, Clock clock) {
        this.journals = new JournalStore(folder);
        this.clock = clock;
        Map<String, OtsException> damaged = new LinkedHashMap<>();
        for (String id : journals.names()) {
            try {
                attempts.put(id, read(id));
            } catch (OtsException e) {
                damaged.put(id, e);
            }
        }
        this.lost = Collections.unmodifiableMap(damaged);
    }

    /**
     * Attempts that could not be read; the others are not affected.
     *
     * @return why, by id
     */
    public Map<String, OtsException> lost() {
        return lost;
    }

    /**
     * Opens a new attempt.
     *
     * @param head what it is about; its id must be new
     * @return the attempt
     * @throws OtsException if it cannot be made durable
     */
    public AttemptState open(AttemptHead head) {
        JournalWriter writer = journals.open(head.id(), 1);
        try {
            JournalReceipt receipt = writer.append(
                            AttemptRecord.write(AttemptRecord.OPENED, head.opened(), AttemptRecord.head(head)))
                    .join();
            AttemptState state = AttemptState.opened(head, receipt.sequence());
            attempts.put(
                    head.id(), new Attempt(state, Set.of(), receipt.hash(), new AttemptJournal(head.id(), writer)));
            return state;
        } catch (CompletionException e) {
            throw new OtsException(TaskError.ATTEMPT_STORAGE, head.id(), String.valueOf(e.getCause()));
        }
    }

    /**
     * All attempts.
     *
     * @return the attempts, the last opened first
     */
    public List<AttemptState> all() {
        return attempts.values().stream()
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
        return attempt(id).view();
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
        return attempt(id).answer(form, edits);
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
        return attempt(id).check(form, question);
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
        return attempt(id).openSheet(sheet);
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
        return attempt(id).submit(form, audit);
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
        return attempt(id).release(by);
    }

    private Attempt attempt(String id) {
        OtsException damage = lost.get(id);
        if (damage != null) {
            throw damage;
        }
        // one whose disk failed is read again: only the disk knows what became durable
        Attempt attempt = attempts.computeIfAbsent(id, this::readKnown);
        return attempt;
    }

    private Attempt readKnown(String id) {
        if (!journals.names().contains(id)) {
            throw new OtsException(TaskError.ATTEMPT_UNKNOWN, Brief.of(id));
        }
        return read(id);
    }

    private Attempt read(String id) {
        AttemptReplay replay = new AttemptReplay(id);
        JournalReport report = journals.read(id, replay::take);
        // an incomplete end was acknowledged to nobody; anything else is damage
        report.defect().filter(defect -> !defect.recoverable()).ifPresent(defect -> {
            throw new OtsException(TaskError.ATTEMPT_DAMAGED, id, defect);
        });
        return new Attempt(replay.state(), replay.edits(), replay.hash(), new AttemptJournal(id, null));
    }

    /** Makes everything durable and lets the files go. */
    @Override
    public void close() {
        journals.close();
    }

    private final class AttemptJournal implements Attempt.Journal {
        private final String id;
        private @Nullable JournalWriter writer;

        AttemptJournal(String id, @Nullable JournalWriter writer) {
            this.id = id;
            this.writer = writer;
        }

        @Override
        public JournalWriter writer() {
            JournalWriter open = writer;
            if (open == null) {
                long epoch = journals.read(id, record -> {}).epoch();
                open = journals.open(id, epoch + 1);
                writer = open;
            }
            return open;
        }

        @Override
        public long now() {
            return clock.millis();
        }

        @Override
        public void failed() {
            attempts.remove(id);
        }
    }
}
