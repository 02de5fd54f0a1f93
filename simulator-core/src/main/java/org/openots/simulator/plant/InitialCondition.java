package org.openots.simulator.plant;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.process.ProcessModel;

/**
 * A state from which runs start. The process is either charged from empty or takes a stored state vector; charges are
 * applied after a stored state. Presets put the automation where it belongs.
 *
 * @param id for example {@code cold}
 * @param title name for people
 * @param state stored process state; empty to start from an empty, cold plant
 * @param charges liquid put into holdups
 * @param presets signal values that the automation starts with
 */
public record InitialCondition(
        String id, LocalText title, List<Double> state, List<Charge> charges, Map<String, Double> presets) {
    /** Copies the collections; presets keep their order. */
    public InitialCondition {
        state = List.copyOf(state);
        charges = List.copyOf(charges);
        presets = Collections.unmodifiableMap(new LinkedHashMap<>(presets));
    }

    /**
     * Liquid in a holdup.
     *
     * @param holdup name in the flowsheet
     * @param volume m3
     * @param massFractions by component id
     */
    public record Charge(String holdup, double volume, Map<String, Double> massFractions) {
        /** Copies the fractions. */
        public Charge {
            massFractions = Map.copyOf(massFractions);
        }

        /**
         * Reads liquid in a holdup: {@code holdup}, {@code volume}, {@code massFractions}.
         *
         * @param cursor the object
         * @return the liquid; not to be used when a mistake was reported
         */
        public static Charge read(JsonCursor cursor) {
            return InitialConditionReader.charge(cursor);
        }
    }

    /**
     * Puts a new process into this condition and opens its ledger.
     *
     * @param process a new process of the same plant
     */
    public void applyTo(ProcessModel process) {
        if (!state.isEmpty()) {
            process.setStateVector(
                    state.stream().mapToDouble(Double::doubleValue).toArray());
        }
        for (Charge charge : charges) {
            double[] fractions = process.componentIds().stream()
                    .mapToDouble(c -> charge.massFractions().getOrDefault(c, 0.0))
                    .toArray();
            process.charge(charge.holdup(), fractions, charge.volume());
        }
        process.openLedger();
    }
}
