package org.openots.simulator.operation;

/** Takes the events of a tick, in the order in which they happen. */
@FunctionalInterface
public interface EventSink {
    /**
     * Takes an event.
     *
     * @param event what happened
     */
    void raise(AutomationEvent event);
}
