package org.openots.simulator.interlock;

import org.openots.simulator.signal.Condition;

/**
 * The compiled conditions of one cause.
 *
 * @param armedWhen holds while the cause counts
 * @param condition the cause itself, for a cause that is a condition and not a signal beyond a limit
 */
public record CauseConditions(Condition armedWhen, Condition condition) {}
