package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.openots.common.signal.SignalView;

/** Watches a run tick by tick and keeps its score; a pure function of what it is shown. Used by one thread at a time. */
public interface RunScorer {
    /**
     * Sees one tick.
     *
     * @param view the signals after the tick
     * @param events what happened in the tick
     */
    void observe(SignalView view, List<RunEvent> events);

    /** Ends the task: what is not done by now is lost. Without effect when it has ended. */
    void close();

    /**
     * The steps, quality items and penalties as they stand: {@code {task, title, steps, quality, penalties, total, max}}.
     *
     * @return a new JSON tree
     */
    JsonNode progress();

    /**
     * The score sheet as it stands: {@code {total, steps, quality, penalties, losses, rubric}}.
     *
     * @return a new JSON tree
     */
    JsonNode sheet();

    /**
     * The points as they stand.
     *
     * @return 0..100
     */
    double total();

    /**
     * The complete state, for {@link #restoreState} in another scorer of the same task.
     *
     * @return the bytes
     */
    byte[] saveState();

    /**
     * Goes to a saved state.
     *
     * @param present the signals at the tick the state was saved at, and from then on those of the present
     * @param state from {@link #saveState}
     * @throws org.openots.common.error.OtsException if the state is of another rubric
     */
    void restoreState(SignalView present, byte[] state);
}
