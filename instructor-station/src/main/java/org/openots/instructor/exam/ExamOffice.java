package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.openots.common.error.OtsException;

/** The results of exams: as they stand, proved, confirmed and released. */
public final class ExamOffice {
    private final ExamDesk desk;
    private final ExamProof proof;
    private final ExamFolder folder;

    ExamOffice(ExamDesk desk, ExamProof proof, ExamFolder folder) {
        this.folder = folder;
        this.desk = desk;
        this.proof = proof;
    }

    /**
     * The results of an exam as they stand.
     *
     * @param view the exam
     * @return results of all candidates
     */
    public ExamResults results(ExamView view) {
        return desk.results(view);
    }

    /**
     * What a replay said of an item.
     *
     * @param item what was asked and what was made of it
     * @return {@code none}, {@code same}, {@code different}, {@code recorded} or {@code manual}
     */
    public String proof(ExamResults.Item item) {
        return item.track()
                .map(track -> proof.of(item.item(), track))
                .orElse(ExamProof.Proof.MANUAL)
                .word();
    }

    /**
     * How far a proof is.
     *
     * @param running whether it goes on
     * @param done runs that were replayed
     * @param of runs in all
     */
    public record Progress(boolean running, int done, int of) {}

    /**
     * How far the proof of an exam is.
     *
     * @param exam its id
     * @return how far
     */
    public Progress progress(String exam) {
        return proof.progress(exam);
    }

    /**
     * Begins to replay the runs of an exam that was collected.
     *
     * @param exam its id
     * @throws OtsException if candidates are still working
     */
    public void prove(String exam) {
        ExamView view = desk.view(exam);
        requireCollected(view);
        proof.prove(view);
    }

    private static void requireCollected(ExamView view) {
        long working =
                view.candidates().stream().filter(one -> !one.state().done()).count();
        if (working > 0) {
            throw new OtsException(ExamError.STILL_WORKING, view.plan().id(), working);
        }
    }

    /**
     * Makes the results final: all must be there, and all runs must have been proved.
     *
     * @param exam its id
     * @param who account
     * @return the exam after it
     */
    public ExamView confirm(String exam, String who) {
        ExamView view = desk.view(exam);
        requireCollected(view);
        ExamResults results = desk.results(view);
        if (results.open() > 0) {
            throw new OtsException(ExamError.NOT_FINAL, exam, results.open());
        }
        long unproved = results.candidates().stream()
                .flatMap(result -> result.items().stream())
                .filter(item -> item.track()
                        .filter(track -> !proof.of(item.item(), track).holds())
                        .isPresent())
                .count();
        if (unproved > 0) {
            throw new OtsException(ExamError.NOT_PROVED, exam, unproved);
        }
        ObjectNode json = results.json(view.plan().strategy());
        return desk.room(exam, (room, open) -> room.confirm(open, json, who));
    }

    /**
     * Shows the candidates their marks.
     *
     * @param exam its id
     * @param who account
     * @return the exam after it
     */
    public ExamView release(String exam, String who) {
        return desk.room(exam, (room, open) -> room.release(open, who));
    }

    /**
     * The results with everything that proves them, signed.
     *
     * @param exam its id; its results are confirmed
     * @return a ZIP file, always with the same bytes
     * @throws OtsException if the results are not confirmed
     */
    public byte[] folder(String exam) {
        return folder.zip(desk.view(exam));
    }

    /**
     * What people compare to know that a folder is of this station.
     *
     * @return digits of the digest of its key
     */
    public String fingerprint() {
        return StationKey.fingerprint(folder.key());
    }

    /**
     * The results that were confirmed.
     *
     * @param exam its id
     * @return format {@code exam-results} as canonical JSON; nothing before
     */
    public Optional<String> confirmed(String exam) {
        return desk.view(exam).results();
    }
}
