package org.openots.instructor.hazop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.openots.common.error.OtsException;
import org.openots.hazop.verification.Demonstration;
import org.openots.hazop.verification.RowDemonstration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays demonstrations, a few at the same time and the others in a queue, so that a class that presses play together does
 * not stop the plants of its runs. A person has one. Nothing of it is kept over a restart: a demonstration can be made
 * again and is the same then. Thread-safe.
 */
public final class PlayQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlayQueue.class);

    /** Most demonstrations that wait: every student of a large class has one. */
    private static final int MOST_WAITING = 60;

    /** Jobs remembered after they ended. */
    private static final int MOST_JOBS = 256;

    private final ExecutorService playing;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, PlayJob> jobs = new LinkedHashMap<>();

    /**
     * Makes a queue.
     *
     * @param workers demonstrations at the same time
     */
    public PlayQueue(int workers) {
        this.playing = Executors.newFixedThreadPool(workers, work -> {
            Thread thread = new Thread(work, "hazop-play");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Makes a demonstration. */
    @FunctionalInterface
    interface Work {
        /**
         * Plays.
         *
         * @param progress told how far it is
         * @return what was seen
         */
        Demonstration play(RowDemonstration.Progress progress);
    }

    /**
     * Has something played; what the same person asked for before is stopped.
     *
     * @param account who asks
     * @param offer the row it is about
     * @param known what was seen when the same was played before
     * @param work what plays it
     * @return the demonstration, perhaps done already
     * @throws OtsException if too many wait
     */
    PlayJob.View submit(String account, RowOffer offer, Optional<Demonstration> known, Work work) {
        synchronized (jobs) {
            jobs.values().stream()
                    .filter(job -> job.owner().equals(account))
                    .forEach(job -> job.end(PlayJob.State.STOPPED));
            PlayJob job = new PlayJob(String.format(Locale.ROOT, "p%d", numbers.incrementAndGet()), account, offer);
            if (known.isPresent()) {
                job.done(known.get());
            } else {
                requireRoom();
                playing.execute(() -> play(job, work));
            }
            jobs.put(job.id(), job);
            forget();
            return job.view(ahead(job));
        }
    }

    private void requireRoom() {
        long waiting = jobs.values().stream().filter(PlayJob::waiting).count();
        if (waiting >= MOST_WAITING) {
            throw new OtsException(PlayRefusal.BUSY, waiting);
        }
    }

    private static void play(PlayJob job, Work work) {
        if (!job.begin()) {
            return;
        }
        try {
            job.done(work.play(job::goOn));
        } catch (CancellationException e) {
            LOG.debug("demonstration {} was stopped", job.id());
        } catch (RuntimeException e) {
            LOG.error("demonstration {} of {} failed", job.id(), job.owner(), e);
            job.end(PlayJob.State.FAILED);
        }
    }

    /**
     * How a demonstration stands.
     *
     * @param account who asked for it
     * @param id its id
     * @return how it stands
     * @throws OtsException if this person has none of that id
     */
    public PlayJob.View view(String account, String id) {
        synchronized (jobs) {
            PlayJob job = job(account, id);
            return job.view(ahead(job));
        }
    }

    /**
     * Stops a demonstration; one that is over stays as it is.
     *
     * @param account who asked for it
     * @param id its id
     * @return how it stands then
     * @throws OtsException if this person has none of that id
     */
    public PlayJob.View stop(String account, String id) {
        synchronized (jobs) {
            PlayJob job = job(account, id);
            job.end(PlayJob.State.STOPPED);
            return job.view(0);
        }
    }

    private PlayJob job(String account, String id) {
        PlayJob job = jobs.get(id);
        if (job == null || !job.owner().equals(account)) {
            throw new OtsException(PlayRefusal.UNKNOWN, id);
        }
        return job;
    }

    private int ahead(PlayJob job) {
        int ahead = 0;
        for (PlayJob other : jobs.values()) {
            if (other == job) {
                break;
            }
            ahead += other.waiting() ? 1 : 0;
        }
        return job.waiting() ? ahead : 0;
    }

    private void forget() {
        List<String> over = new ArrayList<>();
        jobs.values().stream().filter(PlayJob::over).forEach(job -> over.add(job.id()));
        over.stream().limit(Math.max(0, jobs.size() - MOST_JOBS)).forEach(jobs::remove);
    }

    /** Stops everything. */
    @Override
    public void close() {
        synchronized (jobs) {
            jobs.values().forEach(job -> job.end(PlayJob.State.STOPPED));
        }
        playing.shutdown();
    }
}
