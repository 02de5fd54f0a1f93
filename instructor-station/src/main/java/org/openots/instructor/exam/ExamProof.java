package org.openots.instructor.exam;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openots.common.error.OtsException;
import org.openots.instructor.session.RunEngineFactory;
import org.openots.instructor.session.RunScorerFactory;
import org.openots.instructor.session.RunVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves the results of exams: every run is replayed from its journal and compared with what the run and the exam wrote down of
 * its end. One replay at a time, beside a running class.
 */
final class ExamProof implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExamProof.class);

    private final RunVerifier verifier;
    private final Path runs;
    private final Map<String, Proof> known = new ConcurrentHashMap<>();
    private final Map<String, ExamOffice.Progress> jobs = new ConcurrentHashMap<>();
    private final ExecutorService working = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "exam-proof");
        thread.setDaemon(true);
        return thread;
    });

    /** What a replay said. */
    enum Proof {
        /** Not asked for yet. */
        NONE,
        /** As recorded, in the run and in the exam. */
        SAME,
        /** Something else comes out. */
        DIFFERENT,
        /** Of a rig: the score follows from the record, and the record is all there is. */
        RECORDED,
        /** No run: assessed by a person or by the key. */
        MANUAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a result may be confirmed with it. */
        boolean holds() {
            return this == SAME || this == RECORDED || this == MANUAL;
        }
    }

    ExamProof(RunEngineFactory engines, RunScorerFactory scorers, Path runs) {
        this.verifier = new RunVerifier(engines, scorers);
        this.runs = runs;
    }

    /** What is known of an item. */
    Proof of(PaperItem item, ItemTrack track) {
        return item.kind() == PaperItem.Kind.HAZOP ? Proof.MANUAL : known.getOrDefault(track.work(), Proof.NONE);
    }

    ExamOffice.Progress progress(String exam) {
        return jobs.getOrDefault(exam, new ExamOffice.Progress(false, 0, 0));
    }

    /** Begins to prove the runs of an exam that are not proved yet; one that goes on is left alone. */
    synchronized void prove(ExamView view) {
        String id = view.plan().id();
        if (progress(id).running()) {
            return;
        }
        Map<String, ItemTrack> todo = new LinkedHashMap<>();
        for (CandidateView candidate : view.candidates()) {
            for (int i = 0; i < candidate.items().size(); i++) {
                ItemTrack track = candidate.items().get(i);
                boolean operation = candidate.paper().get(i).kind() == PaperItem.Kind.OPERATION;
                if (operation && track.ended().isPresent()) {
                    todo.put(track.work(), track);
                }
            }
        }
        jobs.put(id, new ExamOffice.Progress(true, 0, todo.size()));
        working.execute(() -> work(id, new ArrayList<>(todo.values())));
    }

    private void work(String id, List<ItemTrack> tracks) {
        int done = 0;
        for (ItemTrack track : tracks) {
            if (!known.getOrDefault(track.work(), Proof.NONE).holds()) {
                known.put(track.work(), proof(track));
            }
            done++;
            jobs.put(id, new ExamOffice.Progress(done < tracks.size(), done, tracks.size()));
        }
        jobs.put(id, new ExamOffice.Progress(false, done, tracks.size()));
    }

    private Proof proof(ItemTrack track) {
        try {
            return proof(track, verifier, runs.resolve(track.work()));
        } catch (OtsException e) {
            LOG.error("run {} of an exam cannot be proved", track.work(), e);
            return Proof.DIFFERENT;
        }
    }

    /** Replays the run of an item and compares it with what the exam's journal says of it. */
    static Proof proof(ItemTrack track, RunVerifier verifier, Path folder) {
        RunVerifier.Recorded recorded = RunVerifier.read(folder);
        if (recorded.damage().isPresent()) {
            return Proof.DIFFERENT;
        }
        RunVerifier.Verdict verdict = verifier.verify(recorded);
        boolean same = verdict.proven()
                && verdict.state()
                        .replayed()
                        .equals(track.closing().path("stateHash").asText())
                && verdict.sheet()
                        .replayed()
                        .equals(track.closing().path("sheetSha256").asText())
                && verdict.score()
                        .replayed()
                        .equals(Double.toString(track.closing().path("score").asDouble()));
        if (!same) {
            LOG.error("run {} of an exam: {} against {} in the exam", track.work(), verdict, track.closing());
        }
        return !same ? Proof.DIFFERENT : verdict.spec().measured() ? Proof.RECORDED : Proof.SAME;
    }

    @Override
    public void close() {
        working.shutdownNow();
    }
}
