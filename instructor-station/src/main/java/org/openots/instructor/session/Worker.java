package org.openots.instructor.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that steps the runs pinned to it; everything about such a run happens on this thread. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** Longest nap, ns: a twentieth of a 100 ms tick, so that no tick is noticeably late. */
    private static final long NAP_NANOS = 5_000_000;
    /** Longest nap when no run moves, ns: enough for presence checks and an idle CPU. */
    private static final long IDLE_NANOS = 50_000_000;

    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final List<LiveRun> runs = new ArrayList<>();
    private final MonotonicClock clock;
    private final Thread thread;
    private volatile boolean stopping;

    Worker(String name, MonotonicClock clock) {
        this.clock = clock;
        this.thread = new Thread(this::loop, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Queues something to be done on this thread. */
    void post(Runnable task) {
        mailbox.add(task);
    }

    /** Takes a run; only on this thread. */
    void adopt(LiveRun run) {
        runs.add(run);
    }

    /** Lets a run go; only on this thread. */
    void release(LiveRun run) {
        runs.remove(run);
    }

    void stop() {
        stopping = true;
        mailbox.add(() -> {});
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (!stopping) {
            Runnable task = next();
            while (task != null) {
                guarded(task);
                task = mailbox.poll();
            }
            long now = clock.nanos();
            for (LiveRun run : List.copyOf(runs)) {
                guarded(() -> run.advance(now));
            }
        }
        Runnable rest = mailbox.poll();
        while (rest != null) {
            guarded(rest);
            rest = mailbox.poll();
        }
    }

    private @Nullable Runnable next() {
        boolean moving = runs.stream().anyMatch(LiveRun::moving);
        try {
            return mailbox.poll(moving ? NAP_NANOS : IDLE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // nobody may interrupt a worker; it stops by its flag
            return null;
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a task of a worker failed", e);
        }
    }
}
