package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openots.common.error.OtsException;

/** Plays runs, several at the same time. */
final class RunPool {
    private RunPool() {}

    /**
     * Plays all runs.
     *
     * @param runs the runs
     * @param threads how many at the same time
     * @return what they gave, in their order
     * @throws OtsException if the plant refuses an order of a run
     */
    static <T> List<T> all(List<Callable<T>> runs, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> all = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(runs)) {
                all.add(future.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs were played", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OtsException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("a run ended with a failure", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
