package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.Replay;
import org.openots.common.journal.ThingJournal;
import org.openots.instructor.session.MonotonicClock;

/**
 * One exam with its journal and its clock. Its monitor guards it: whoever asks and then appends holds it in between. The
 * clock counts only while the station runs and is written down each second, so no wall clock has a say in it.
 */
public final class Exam {
    /** Milliseconds in a second. */
    static final long MILLIS = 1000;

    /** Code of the incident that a candidate left the page. */
    static final String BLUR = "blur";

    private static final long NANOS = 1_000_000;

    private final ExamTrack track;
    private final ThingJournal journal;
    private final MonotonicClock monotonic;
    private String head;
    private long baseNanos;
    private long baseClock;
    private volatile Shown shown;

    /** What readers get without waiting for whoever holds the monitor, which may take seconds while a room begins. */
    private record Shown(ExamView view, long nanos) {}

    private Exam(ExamTrack track, ThingJournal journal, MonotonicClock monotonic, String head) {
        this.track = track;
        this.journal = journal;
        this.monotonic = monotonic;
        this.head = head;
        this.baseNanos = monotonic.nanos();
        this.baseClock = track.clock();
        this.shown = new Shown(track.view(track.clock()), baseNanos);
    }

    /** Makes an exam again from its records. */
    static final class Reading implements Replay<Exam> {
        private final MonotonicClock monotonic;
        private @Nullable ExamTrack track;
        private String head = "";

        Reading(MonotonicClock monotonic) {
            this.monotonic = monotonic;
        }

        @Override
        public void take(JournalEntry entry, JournalReceipt receipt) {
            ExamTrack open = track;
            if (open == null) {
                track = ExamTrack.open(entry);
            } else {
                open.take(entry);
            }
            head = receipt.hash();
        }

        @Override
        public Optional<Exam> thing(ThingJournal journal) {
            return Optional.ofNullable(track).map(made -> new Exam(made, journal, monotonic, head));
        }
    }

    /** The exam's clock, ms. */
    synchronized long now() {
        boolean runs = track.phase() == ExamPhase.RUNNING;
        return runs ? baseClock + (monotonic.nanos() - baseNanos) / NANOS : track.clock();
    }

    /** The exam now; never waits. */
    ExamView view() {
        Shown last = shown;
        boolean runs = last.view().phase() == ExamPhase.RUNNING;
        return runs ? last.view().later((monotonic.nanos() - last.nanos()) / NANOS) : last.view();
    }

    /** The exam at its last event, for questions in which time has no part; never waits and makes nothing. */
    ExamView seen() {
        return shown.view();
    }

    /** What its events add up to; only to be used by who holds the monitor. */
    synchronized ExamTrack track() {
        return track;
    }

    /** Chain hash of the last durable event. */
    synchronized String head() {
        return head;
    }

    synchronized CandidateTrack candidate(String account) {
        return track.candidate(account)
                .orElseThrow(() -> new OtsException(
                        ExamError.NO_CANDIDATE, account, track.plan().id()));
    }

    /** Writes an event, at the present time of its clock; returns when it is durable. */
    synchronized void append(String kind, ObjectNode body) {
        boolean starts = kind.equals(ExamKinds.STARTED);
        body.put("t", now());
        JournalEntry entry = new JournalEntry(kind, journal.now(), body);
        JournalReceipt receipt = journal.durable(journal.append(kind, entry.at(), body));
        track.take(entry);
        head = receipt.hash();
        if (starts) {
            baseNanos = monotonic.nanos();
            baseClock = track.clock();
        }
        shown = new Shown(track.view(now()), monotonic.nanos());
    }

    /** Wall time, epoch milliseconds. */
    long wall() {
        return journal.now();
    }
}
