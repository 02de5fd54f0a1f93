package org.openots.simulator.automation;

import java.util.HashMap;
import java.util.Map;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.instrument.CalculatedDefinition;
import org.openots.simulator.instrument.TransmitterDefinition;

/** The ranges of measured and calculated signals, and what limits on signals may be. */
final class SignalScales {
    private static final double PERCENT = 100;
    /** Highest number of a state that a flag can tell. */
    private static final double HIGHEST_STATE = 9;

    /** Of a signal that is not known or has a range that cannot be read: anything fits. */
    private static final ControllerDefinition.Scale UNKNOWN =
            new ControllerDefinition.Scale(Double.NaN, Double.NaN, "%");

    /** Ratios and specific energies have no range of their own. */
    private static final ControllerDefinition.Scale PLAIN = new ControllerDefinition.Scale(0, PERCENT, "%");

    private final Map<String, ControllerDefinition.Scale> scales = new HashMap<>();
    private final PackReferences references;

    SignalScales(AutomationDefinition.Instruments instruments, PackReferences references) {
        this.references = references;
        for (TransmitterDefinition item : instruments.transmitters()) {
            TransmitterDefinition.Range range = item.range();
            put(
                    item.tag(),
                    new ControllerDefinition.Scale(
                            range.low(), range.high(), range.unit().symbol()));
        }
        for (CalculatedDefinition item : instruments.calculated()) {
            CalculatedDefinition.Scale scale = item.scale();
            put(item.tag(), new ControllerDefinition.Scale(scale.low(), scale.high(), scale.unit()));
        }
        instruments.ratios().forEach(item -> put(item.tag(), PLAIN));
        instruments.energies().forEach(item -> put(item.tag(), PLAIN));
    }

    /** Two signals of one name are a mistake, and nobody knows which of them is right. */
    private void put(String tag, ControllerDefinition.Scale scale) {
        scales.merge(tag, scale, (first, second) -> UNKNOWN);
    }

    /** The range of a signal; ends that are NaN when it is not known. */
    ControllerDefinition.Scale of(String tag) {
        return scales.getOrDefault(tag, UNKNOWN);
    }

    /** Reads a limit on a signal that causes a trip: in its range, or a state of a signal that has none. */
    double limit(JsonCursor place, String signal) {
        ControllerDefinition.Scale scale = scales.get(signal);
        if (scale != null) {
            return place.between(scale.low(), scale.high());
        }
        return references.isState(signal) ? place.between(0, HIGHEST_STATE) : Plausible.limit(place);
    }
}
