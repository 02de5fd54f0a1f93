package org.openots.benchmarks.load;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of robots: one for each of them, and a few for what their browsers do at the same time. */
final class Robots implements AutoCloseable {
    private static final int BROWSER_THREADS = 4;
    private static final long PATIENCE_SECONDS = 120;

    private final ExecutorService minds = Executors.newCachedThreadPool(Robots.named("robot"));
    private final ExecutorService browsers = Executors.newFixedThreadPool(BROWSER_THREADS, Robots.named("browser"));

    private static java.util.concurrent.ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Where browsers work. */
    ExecutorService browsers() {
        return browsers;
    }

    void start(List<? extends Runnable> robots) {
        robots.forEach(minds::execute);
    }

    /** Waits until all robots have ended. */
    boolean ended() throws InterruptedException {
        minds.shutdown();
        return minds.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        minds.shutdownNow();
        browsers.shutdownNow();
    }
}
