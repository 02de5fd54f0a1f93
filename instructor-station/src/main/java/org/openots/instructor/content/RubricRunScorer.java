package org.openots.instructor.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricScorer;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunScorer;

/**
 * Scores a run by a rubric. Its saved states are kept in memory as copies; the bytes handed out only name them, so
 * after a restart of the station the score is computed again from the journal.
 */
final class RubricRunScorer implements RunScorer {
    /** States kept: half an hour of model time at one each 30 s, and some more. */
    private static final int MOST_KEPT = 64;

    private static final int NAME_BYTES = Integer.BYTES + Long.BYTES;

    private final String task;
    private final Rubric rubric;
    private final Map<Long, RubricScorer> kept = new Newest();
    private long saved;
    private RubricScorer scorer;

    RubricRunScorer(String task, Rubric rubric, SignalTable signals) {
        this.task = task;
        this.rubric = rubric;
        this.scorer = new RubricScorer(rubric, signals);
    }

    @Override
    public void observe(SignalView view, List<RunEvent> events) {
        List<CommandRecord> commands = List.of();
        for (RunEvent event : events) {
            if (event.kind().equals(RunEvent.APPLIED)) {
                commands = commands.isEmpty() ? new ArrayList<>() : commands;
                commands.add(new CommandRecord(
                        event.tick(),
                        event.time(),
                        event.subject(),
                        event.code(),
                        event.values().getOrDefault("value", 0.0),
                        "",
                        true));
            }
        }
        scorer.observe(view, commands);
    }

    @Override
    public void close() {
        scorer.close();
    }

    @Override
    public JsonNode progress() {
        return ScoreJson.progress(task, rubric, scorer.sheet());
    }

    @Override
    public JsonNode sheet() {
        return ScoreJson.sheet(rubric, scorer.sheet());
    }

    @Override
    public double total() {
        return scorer.sheet().totals().total();
    }

    /**
     * The state stays in memory; what is returned only names it. After a restart the journal is scored again: a scorer
     * that has just begun keeps nothing but its beginning, which is the same whoever saved it.
     */
    @Override
    public byte[] saveState() {
        kept.put(++saved, scorer.copy());
        return ByteBuffer.allocate(NAME_BYTES)
                .putInt(System.identityHashCode(this))
                .putLong(saved)
                .array();
    }

    @Override
    public boolean restores(byte[] state) {
        if (state.length != NAME_BYTES) {
            return false;
        }
        ByteBuffer name = ByteBuffer.wrap(state);
        return name.getInt() == System.identityHashCode(this) && kept.containsKey(name.getLong());
    }

    @Override
    public void restoreState(byte[] state) {
        RubricScorer past = kept.get(ByteBuffer.wrap(state).getLong(Integer.BYTES));
        if (past == null) {
            throw new IllegalArgumentException("a state that is no longer kept; ask restores first");
        }
        scorer = past.copy();
    }

    /** The newest states; older ones are given up, so that a long run needs no more memory than a short one. */
    private static final class Newest extends LinkedHashMap<Long, RubricScorer> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RubricScorer> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
