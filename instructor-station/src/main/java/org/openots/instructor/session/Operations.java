package org.openots.instructor.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.Command;

/** The operations of one run: numbered, waiting for their tick, answered once. Used on the run's worker only. */
final class Operations {
    private final Map<Long, Pending> pending = new LinkedHashMap<>();
    private final OutcomeMemory outcomes = new OutcomeMemory();
    private long sequence;
    private long remote = Operation.REMOTE;
    private long durable;

    private record Pending(long tick, CompletableFuture<CommandOutcome> answer) {}

    /** Goes on after a restart of the station. */
    void continueFrom(RunStory story, List<RunEvent> events) {
        sequence = story.lastSequence();
        durable = sequence;
        remote = story.lastRemote();
        recall(story, events);
    }

    /** Learns the outcomes that events of the past tell. */
    void recall(RunStory story, List<RunEvent> events) {
        outcomes.remember(story.sequenceByCid(), events);
    }

    /**
     * The answer to the same operation when it was sent before.
     *
     * @throws OtsException if its id was used for another operation
     */
    @Nullable
    CompletableFuture<CommandOutcome> sentBefore(Operation operation) {
        return outcomes.find(operation);
    }

    void remember(Operation operation, CompletableFuture<CommandOutcome> answer) {
        outcomes.put(operation, answer);
    }

    /** The command an operation becomes at a tick; a number that was not sent, and is not needed, is 0. */
    Command next(Operation operation, long tick) {
        return new Command(
                tick,
                (operation.remote() ? remote : sequence) + 1,
                operation.target(),
                operation.verb(),
                Double.isNaN(operation.value()) ? 0 : operation.value(),
                operation.text());
    }

    /** The plant has taken a command for its tick. */
    void taken(Command command, CompletableFuture<CommandOutcome> answer) {
        if (command.sequence() > Operation.REMOTE) {
            remote = command.sequence();
        } else {
            sequence = command.sequence();
        }
        pending.put(command.sequence(), new Pending(command.tick(), answer));
    }

    /** A command has reached the disk. */
    void durable(Command command) {
        if (command.sequence() < Operation.REMOTE) {
            durable = Math.max(durable, command.sequence());
        }
    }

    /** The number of the last operation that is durable; all before it are. */
    long durable() {
        return durable;
    }

    /** How many wait for their tick. */
    int waiting() {
        return pending.size();
    }

    /** Answers what the events of a tick tell of, and everything else that was taken for it as applied. */
    void settle(List<RunEvent> events) {
        for (RunEvent event : events) {
            Pending waiting = pending.remove(event.sequence());
            if (waiting != null) {
                boolean applied = event.kind().equals(RunEvent.APPLIED);
                waiting.answer()
                        .complete(new CommandOutcome(
                                event.sequence(), waiting.tick(), applied, event.code(), event.text()));
            }
        }
        pending.forEach((number, waiting) -> waiting.answer()
                .complete(new CommandOutcome(number, waiting.tick(), true, "", new LocalText("已执行", "Applied"))));
        pending.clear();
    }

    void fail(OtsException reason) {
        pending.values().forEach(waiting -> waiting.answer().completeExceptionally(reason));
        pending.clear();
    }
}
