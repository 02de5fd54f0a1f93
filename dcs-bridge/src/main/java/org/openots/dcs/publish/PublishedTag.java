package org.openots.dcs.publish;

import java.util.Map;
import java.util.TreeMap;
import org.openots.common.signal.SignalRange;
import org.openots.common.text.LocalText;

/**
 * A tag as a gateway knows it.
 *
 * @param name its name
 * @param text what it is
 * @param unit engineering unit in the words of the suite, empty for a plain number or a switch
 * @param range what it can be, in the unit
 * @param isSwitch whether it is on or off and no number
 * @param alarms limits of its alarms in the unit, by their kind, for example {@code HH}
 */
public record PublishedTag(
        String name, LocalText text, String unit, SignalRange range, boolean isSwitch, Map<String, Double> alarms) {
    /** Keeps a sorted copy of the alarms. */
    public PublishedTag {
        alarms = Map.copyOf(new TreeMap<>(alarms));
    }

    /**
     * A number of which nothing more is known.
     *
     * @param name its name
     * @param unit engineering unit
     * @return the tag
     */
    public static PublishedTag number(String name, String unit) {
        return new PublishedTag(name, new LocalText(name, name), unit, SignalRange.ANY, false, Map.of());
    }
}
