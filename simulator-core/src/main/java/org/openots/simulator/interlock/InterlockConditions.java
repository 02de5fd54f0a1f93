package org.openots.simulator.interlock;

import java.util.List;
import org.openots.simulator.signal.Condition;

/**
 * The compiled conditions of one interlock.
 *
 * @param armedWhen holds while its causes count
 * @param resetWhen holds while it may be reset
 * @param causes those of its causes, in order
 */
public record InterlockConditions(Condition armedWhen, Condition resetWhen, List<CauseConditions> causes) {
    /** Copies the list. */
    public InterlockConditions {
        causes = List.copyOf(causes);
    }
}
