package org.openots.simulator.alarm;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * A first-out group of a plant pack: alarms of which the first to come matters.
 *
 * @param id its name and signal
 * @param text what it is
 * @param alarms names of the alarms, in the order of the numbers of the signal
 */
public record FirstOutDefinition(String id, LocalText text, List<String> alarms) {
    /** Copies the list. */
    public FirstOutDefinition {
        alarms = List.copyOf(alarms);
    }
}
