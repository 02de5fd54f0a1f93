package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;

/**
 * Puts the inputs of one run in order and keeps its ticks back until they are durable. Used on the run's worker only.
 *
 * <p>A turn is one request. Turns run in the order they came; one that needs to be alone waits until everything before
 * it is durable; and when a tick is due, turns wait for it, so that a flood of requests cannot stop model time.
 */
final class JournalGate {
    private final RunJournal journal;
    private final Worker worker;
    private final Watcher watcher;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private int writing;
    private boolean tickDue;
    private boolean exclusive;
    private final Set<String> laterInFlight = new HashSet<>();
    private long saved;

    JournalGate(RunJournal journal, Worker worker, Watcher watcher) {
        this.journal = journal;
        this.worker = worker;
        this.watcher = watcher;
    }

    /** What the gate asks and tells its run. */
    interface Watcher {
        /** Why a turn may not run now, or null. */
        @Nullable
        OtsException refusal(boolean alone);

        /** The journal failed; returns the reason given to whoever waits. */
        OtsException journalFailed(Throwable failure);
    }

    void turn(boolean alone, CompletableFuture<?> answer, Runnable action) {
        turns.add(new Turn(alone, answer, action));
        pump();
    }

    /** Runs the turns that may run. */
    void pump() {
        while (!turns.isEmpty() && !tickDue && !exclusive && !(turns.peek().alone() && writing > 0)) {
            Turn turn = turns.remove();
            OtsException refusal = watcher.refusal(turn.alone());
            if (refusal != null) {
                turn.answer().completeExceptionally(refusal);
                continue;
            }
            try {
                turn.action().run();
            } catch (RuntimeException e) {
                turn.answer().completeExceptionally(e);
            }
        }
    }

    /** Appends; no tick may begin until it is durable. The answer, if any, fails with it. */
    void append(String kind, JsonNode body, @Nullable CompletableFuture<?> answer, Consumer<Long> whenDurable) {
        writing++;
        journal.append(
                kind,
                body,
                (position, failure) -> worker.post(() -> {
                    writing--;
                    exclusive = false;
                    if (failure == null) {
                        saved = Math.max(saved, position);
                        whenDurable.accept(position);
                    } else {
                        OtsException reason = watcher.journalFailed(failure);
                        if (answer != null) {
                            answer.completeExceptionally(reason);
                        }
                    }
                    pump();
                }));
    }

    /** Appends without keeping ticks back: the run goes on, a restart resumes at the last one that became durable. */
    void appendLater(String kind, JsonNode body) {
        if (!laterInFlight.add(kind)) {
            // a slow disk gets fewer of them, not a queue
            return;
        }
        journal.append(
                kind,
                body,
                (position, failure) -> worker.post(() -> {
                    laterInFlight.remove(kind);
                    if (failure == null) {
                        saved = Math.max(saved, position);
                    } else {
                        watcher.journalFailed(failure);
                    }
                }));
    }

    /** No further turn runs until the append that follows is durable. */
    void holdTurns() {
        exclusive = true;
    }

    boolean open() {
        return writing == 0;
    }

    void tickDue(boolean due) {
        tickDue = due;
    }

    int waiting() {
        return turns.size();
    }

    long saved() {
        return saved;
    }

    void saved(long sequence) {
        saved = sequence;
    }

    void failTurns(OtsException reason) {
        while (!turns.isEmpty()) {
            turns.remove().answer().completeExceptionally(reason);
        }
    }

    private record Turn(boolean alone, CompletableFuture<?> answer, Runnable action) {}
}
