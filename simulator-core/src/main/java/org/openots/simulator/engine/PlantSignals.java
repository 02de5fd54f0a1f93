package org.openots.simulator.engine;

import java.util.HashMap;
import java.util.Map;
import org.openots.common.signal.SignalRange;
import org.openots.common.signal.SignalTable;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.plant.PlantPack;

/**
 * The signals of a plant, for those who do not run it.
 *
 * @param table all of them
 * @param ranges what instruments can show and what controllers can be set to, by name; not every signal has one
 */
public record PlantSignals(SignalTable table, Map<String, SignalRange> ranges) {
    private static final double PERCENT = 100;

    /**
     * The signals of a plant.
     *
     * @param pack the plant
     * @return its signals
     */
    public static PlantSignals of(PlantPack pack) {
        String anyCondition = pack.initialConditionIds().get(0);
        return new PlantSignals(
                new PlantEngine(pack, pack.initialCondition(anyCondition), 0).signals(), Map.copyOf(ranges(pack)));
    }

    private static Map<String, SignalRange> ranges(PlantPack pack) {
        Map<String, SignalRange> ranges = new HashMap<>();
        for (ControllerDefinition controller : pack.automation().control().controllers()) {
            ControllerDefinition.Scale scale = controller.range();
            ranges.put(controller.tag() + ".SP", new SignalRange(scale.low(), scale.high()));
            ranges.put(controller.tag() + ".OP", new SignalRange(0, PERCENT));
        }
        for (TransmitterDefinition instrument : pack.automation().instruments().transmitters()) {
            TransmitterDefinition.Range range = instrument.range();
            ranges.put(instrument.tag(), new SignalRange(range.low(), range.high()));
        }
        return ranges;
    }
}
