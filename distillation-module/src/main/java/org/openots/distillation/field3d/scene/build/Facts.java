package org.openots.distillation.field3d.scene.build;

import java.util.HashMap;
import java.util.Map;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalRange;
import org.openots.common.text.LocalText;
import org.openots.simulator.engine.PlantSignals;

/**
 * What the scene needs to know of a plant beside its plot plan.
 *
 * @param names of the signals, for people
 * @param units of the signals, as printed on a dial
 * @param ranges of the instruments, in those units
 */
public record Facts(Map<String, LocalText> names, Map<String, String> units, Map<String, SignalRange> ranges) {
    /** Copies the maps. */
    public Facts {
        names = Map.copyOf(names);
        units = Map.copyOf(units);
        ranges = Map.copyOf(ranges);
    }

    /**
     * From the signals of a plant.
     *
     * @param signals of the plant
     * @return its facts
     */
    public static Facts of(PlantSignals signals) {
        Map<String, LocalText> names = new HashMap<>();
        Map<String, String> units = new HashMap<>();
        for (Signal signal : signals.table().signals()) {
            names.put(signal.name(), signal.text());
            units.put(signal.name(), signal.unit());
        }
        return new Facts(names, units, signals.ranges());
    }

    /**
     * Name of a tag.
     *
     * @param tag a signal or anything else
     * @return the signal's text, or the tag itself in both languages
     */
    public LocalText name(String tag) {
        return names.getOrDefault(tag, new LocalText(tag, tag));
    }

    /**
     * Range of an instrument.
     *
     * @param tag a signal
     * @return its range; 0 to 100 for what has none
     */
    public SignalRange range(String tag) {
        return ranges.getOrDefault(tag, new SignalRange(0, 100));
    }
}
