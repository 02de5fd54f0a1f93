package org.openots.instructor.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.error.StationError;

/** Outcomes by the client's id, so that an operation sent twice is carried out once. */
final class OutcomeMemory {
    /** Ids remembered for a run: a client repeats only what it did in the last minutes. */
    private static final int MOST = 2000;

    private final LinkedHashMap<String, Known> byCid = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What became of an operation that was sent before.
     *
     * @throws OtsException if the id was used for another operation
     */
    @Nullable
    CompletableFuture<CommandOutcome> find(Operation operation) {
        Known known = byCid.get(operation.cid());
        // what failed was not carried out, so it may be tried again under the same id
        if (known == null || known.answer.isCompletedExceptionally()) {
            return null;
        }
        if (known.operation != null && !known.operation.same(operation)) {
            throw new OtsException(
                    StationError.CID_REUSED, operation.cid(), known.operation.target() + " " + known.operation.verb());
        }
        return known.answer;
    }

    void put(Operation operation, CompletableFuture<CommandOutcome> answer) {
        byCid.put(operation.cid(), new Known(operation, answer));
    }

    /** An answer, and the operation where it is known. */
    private record Known(@Nullable Operation operation, CompletableFuture<CommandOutcome> answer) {}

    /** Rebuilds the memory after a restart from the journal's ids and the replayed events. */
    void remember(Map<String, Long> sequenceByCid, List<RunEvent> events) {
        Map<Long, RunEvent> bySequence = new HashMap<>();
        for (RunEvent event : events) {
            if (event.sequence() != RunEvent.NO_COMMAND) {
                bySequence.put(event.sequence(), event);
            }
        }
        sequenceByCid.forEach((cid, sequence) -> byCid.put(
                cid, new Known(null, CompletableFuture.completedFuture(outcome(sequence, bySequence.get(sequence))))));
    }

    private static CommandOutcome outcome(long sequence, @Nullable RunEvent event) {
        if (event == null) {
            return new CommandOutcome(
                    sequence,
                    0,
                    true,
                    "",
                    new LocalText("重启前已接收，结果见事件列表", "Taken before the restart; see the event list"));
        }
        // the step that carries a command out ends one tick after the command's tick
        return new CommandOutcome(
                sequence, event.tick() - 1, event.kind().equals(RunEvent.APPLIED), event.code(), event.text());
    }
}
