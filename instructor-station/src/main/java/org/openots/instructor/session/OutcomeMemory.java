package org.openots.instructor.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;

/** Outcomes by the client's id, so that an operation sent twice is carried out once. */
final class OutcomeMemory {
    /** Ids remembered for a run: a client repeats only what it did in the last minutes. */
    private static final int MOST = 2000;

    private final LinkedHashMap<String, CompletableFuture<CommandOutcome>> byCid = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<CommandOutcome>> eldest) {
            return size() > MOST;
        }
    };

    @Nullable
    CompletableFuture<CommandOutcome> find(String cid) {
        CompletableFuture<CommandOutcome> answer = byCid.get(cid);
        // what failed was not carried out, so it may be tried again under the same id
        return answer == null || answer.isCompletedExceptionally() ? null : answer;
    }

    void put(String cid, CompletableFuture<CommandOutcome> answer) {
        byCid.put(cid, answer);
    }

    /** Rebuilds the memory after a restart from the journal's ids and the replayed events. */
    void remember(Map<String, Long> sequenceByCid, List<RunEvent> events) {
        Map<Long, RunEvent> bySequence = new HashMap<>();
        for (RunEvent event : events) {
            if (event.sequence() != RunEvent.NO_COMMAND) {
                bySequence.put(event.sequence(), event);
            }
        }
        sequenceByCid.forEach(
                (cid, sequence) -> put(cid, CompletableFuture.completedFuture(outcome(bySequence.get(sequence)))));
    }

    private static CommandOutcome outcome(@Nullable RunEvent event) {
        if (event == null) {
            return new CommandOutcome(
                    0, 0, true, "", new LocalText("重启前已接收，结果见事件列表", "Taken before the restart; see the event list"));
        }
        // the step that carries a command out ends one tick after the command's tick
        return new CommandOutcome(
                0, event.tick() - 1, event.kind().equals(RunEvent.APPLIED), event.code(), event.text());
    }
}
