package org.openots.common.journal;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One writing thread that serves many journals. Whatever has gathered for a journal while the thread was busy is written
 * and made durable at once (group commit). The thread is private and goes on when interrupted; it ends when told.
 */
final class JournalLane {
    /** Journals with something to write, each at most once; empty for the end. */
    private final LinkedBlockingQueue<Optional<JournalWriter>> waiting = new LinkedBlockingQueue<>();

    private final Thread thread;

    JournalLane(String name) {
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
        this.thread.start();
    }

    void wake(JournalWriter journal) {
        waiting.add(Optional.of(journal));
    }

    /** Writes what is waiting and ends the thread. */
    void end() {
        waiting.add(Optional.empty());
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

    private void run() {
        boolean running = true;
        while (running) {
            try {
                Optional<JournalWriter> next = waiting.take();
                next.ifPresent(JournalWriter::writeWaiting);
                running = next.isPresent();
            } catch (InterruptedException e) {
                // Nobody has reason to interrupt this thread, and waiting events must still become durable.
                running = true;
            }
        }
    }
}
