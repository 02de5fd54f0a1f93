package org.openots.instructor.debrief;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes files that take a while, one at a time on one thread, so that a class keeps its processors. A file is held for whoever
 * asked for it, for half an hour, in memory only. Thread-safe.
 */
public final class FileDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);
    private static final long LIFE_MILLIS = 30 * 60_000L;
    /** Files of all people together: a package is about a megabyte. */
    private static final int MOST = 64;
    /** Files of one person that are not yet made; a further one stops the oldest. */
    private static final int MOST_WAITING = 3;

    private static final long GOODBYE_SECONDS = 10;

    private final Clock clock;
    private long count;
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final ExecutorService making = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "files");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Opens the desk.
     *
     * @param clock ends what is held
     */
    public FileDesk(Clock clock) {
        this.clock = clock;
    }

    /** What makes a file. */
    @FunctionalInterface
    public interface Making {
        /**
         * Makes it.
         *
         * @param progress told the share that is done, 0..1
         * @param stopped whether nobody wants it any longer; then it throws {@link CancellationException}
         * @return the file
         */
        byte[] make(DoubleConsumer progress, BooleanSupplier stopped);
    }

    /**
     * A file as it stands.
     *
     * @param state how it stands
     * @param progress share that is done, 0..1
     * @param file when done
     * @param problem why it failed
     */
    public record View(CauseDesk.State state, double progress, Optional<byte[]> file, Optional<OtsException> problem) {}

    private final class Work {
        private final String by;
        private final String about;
        private final long until;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private CauseDesk.State state = CauseDesk.State.WAITING;
        private double progress;
        private Optional<byte[]> file = Optional.empty();
        private Optional<OtsException> problem = Optional.empty();

        Work(String by, String about) {
            this.by = by;
            this.about = about;
            this.until = clock.millis() + LIFE_MILLIS;
        }

        synchronized View view() {
            return new View(state, progress, file, problem);
        }

        synchronized boolean over() {
            return state != CauseDesk.State.WAITING && state != CauseDesk.State.WORKING;
        }

        synchronized void progress(double share) {
            progress = share;
        }

        synchronized boolean begin() {
            boolean wanted = state == CauseDesk.State.WAITING;
            state = wanted ? CauseDesk.State.WORKING : state;
            return wanted;
        }

        synchronized void end(CauseDesk.State how, Optional<byte[]> made, Optional<OtsException> why) {
            state = how;
            file = made;
            problem = why;
        }

        synchronized void stop() {
            stopped.set(true);
            if (state == CauseDesk.State.WAITING) {
                state = CauseDesk.State.STOPPED;
            }
        }

        void make(Making what) {
            if (!begin()) {
                return;
            }
            try {
                byte[] made = what.make(this::progress, stopped::get);
                end(CauseDesk.State.DONE, Optional.of(made), Optional.empty());
            } catch (CancellationException e) {
                end(CauseDesk.State.STOPPED, Optional.empty(), Optional.empty());
            } catch (OtsException e) {
                end(CauseDesk.State.FAILED, Optional.empty(), Optional.of(e));
            } catch (RuntimeException e) {
                LOG.error("file about {}", about, e);
                end(
                        CauseDesk.State.FAILED,
                        Optional.empty(),
                        Optional.of(new OtsException(StationError.INTERNAL, about)));
            }
        }
    }

    /**
     * Has a file made.
     *
     * @param by account that asks
     * @param about what it is about: only whoever names the same finds it
     * @param what makes it
     * @return its id
     */
    public synchronized String begin(String by, String about, Making what) {
        works.values().removeIf(work -> work.over() && work.until <= clock.millis());
        List<String> over = works.entrySet().stream()
                .filter(entry -> entry.getValue().over())
                .map(Map.Entry::getKey)
                .toList();
        over.stream().limit(Math.max(0, works.size() - MOST)).forEach(works::remove);
        List<Work> waiting = works.values().stream()
                .filter(work -> work.by.equals(by) && !work.over())
                .toList();
        waiting.stream().limit(Math.max(0, waiting.size() - MOST_WAITING + 1)).forEach(Work::stop);
        String id = "f" + ++count; // no secret: found by nobody but whoever asked
        Work work = new Work(by, about);
        works.put(id, work);
        making.execute(() -> work.make(what));
        return id;
    }

    /**
     * How a file stands.
     *
     * @param id its id
     * @param by account that asks
     * @param about what it is about
     * @return nothing if there is none, or it is of somebody else
     */
    public synchronized Optional<View> view(String id, String by, String about) {
        return find(id, by, about).map(Work::view);
    }

    /**
     * Stops making a file; one that is made stays.
     *
     * @param id its id
     * @param by account that asks
     * @param about what it is about
     */
    public synchronized void stop(String id, String by, String about) {
        find(id, by, about).ifPresent(Work::stop);
    }

    private Optional<Work> find(String id, String by, String about) {
        return Optional.ofNullable(works.get(id)).filter(work -> work.by.equals(by) && work.about.equals(about));
    }

    /** Stops all. */
    @Override
    public void close() {
        synchronized (this) {
            works.values().forEach(Work::stop);
        }
        making.shutdownNow();
        try {
            if (!making.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a file is still being made");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
