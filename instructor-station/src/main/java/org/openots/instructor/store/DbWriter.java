package org.openots.instructor.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that makes all changes. It takes what is queued, up to 512 changes, runs each behind a savepoint in one
 * transaction, commits once, and only then answers: a classroom saving at the same moment costs one disk sync.
 */
public final class DbWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DbWriter.class);
    /** Most changes in a transaction: about 5 ms of work, well below a disk sync on a hard disk. */
    private static final int BATCH = 512;

    private static final String SAVEPOINT = "one_change";

    private final Jdbi jdbi;
    private final Clock clock;
    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean stopping;

    DbWriter(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.thread = new Thread(this::loop, "db-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A change.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    public interface Change<T> {
        /**
         * Makes the change; runs on the writer's thread.
         *
         * @param unit the transaction
         * @return a result, given out after the commit
         */
        T apply(WriteUnit unit);
    }

    /**
     * Queues a change.
     *
     * @param <T> what it returns
     * @param change the change
     * @return completes after the commit; fails alone if the change throws
     */
    public <T> CompletableFuture<T> submit(Change<T> change) {
        Job<T> job = new Job<>(change);
        if (stopping) {
            job.fail(new OtsException(StationError.STORE_FAILED, "closed"));
        } else {
            queue.add(job);
        }
        return job.answer;
    }

    /**
     * Makes a change and waits for its commit.
     *
     * @param <T> what it returns
     * @param change the change
     * @return its result
     * @throws OtsException if it was refused
     */
    public <T> T write(Change<T> change) {
        try {
            return submit(change).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof OtsException refused) {
                throw refused;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        stopping = true;
        queue.add(new Job<>(unit -> true));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        List<Job<?>> batch = new ArrayList<>(BATCH);
        while (!stopping || !queue.isEmpty()) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                // nobody may interrupt the writer; it stops by its flag
                continue;
            }
            queue.drainTo(batch, BATCH - 1);
            run(batch);
            batch.clear();
        }
    }

    private void run(List<Job<?>> batch) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            WriteUnit unit = new WriteUnit(handle, clock);
            for (Job<?> job : batch) {
                handle.savepoint(SAVEPOINT);
                if (job.run(unit)) {
                    handle.releaseSavepoint(SAVEPOINT);
                } else {
                    handle.rollbackToSavepoint(SAVEPOINT);
                }
            }
            handle.commit();
            batch.forEach(Job::succeed);
        } catch (RuntimeException e) {
            LOG.error("a transaction of {} changes failed", batch.size(), e);
            OtsException reason = new OtsException(StationError.STORE_FAILED, String.valueOf(e.getMessage()));
            batch.forEach(job -> job.fail(reason));
        }
    }

    private static final class Job<T> {
        private final Change<T> change;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable RuntimeException failure;

        Job(Change<T> change) {
            this.change = change;
        }

        boolean run(WriteUnit unit) {
            try {
                result = change.apply(unit);
                return true;
            } catch (RuntimeException e) {
                failure = e;
                return false;
            }
        }

        @SuppressWarnings("NullAway") // a change that returned normally has set the result
        void succeed() {
            if (failure == null) {
                answer.complete(result);
            } else {
                answer.completeExceptionally(failure);
            }
        }

        void fail(RuntimeException reason) {
            answer.completeExceptionally(failure == null ? reason : failure);
        }
    }
}
