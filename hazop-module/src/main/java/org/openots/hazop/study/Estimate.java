package org.openots.hazop.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A consequence that a formula of the simulator's consequence package backs.
 *
 * @param kind which formula
 * @param inputs its quantities by field name, in the unit that the name ends with
 * @param text what the figures mean and where they come from
 */
public record Estimate(Kind kind, Map<String, Double> inputs, LocalText text) implements ConsequenceProof {
    /** Keeps an unmodifiable copy, in file order. */
    public Estimate {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** Formulas with their inputs and the limit that the result must exceed. */
    public enum Kind {
        /** Flow of a liquid through a hole; kg/s. */
        LIQUID_RELEASE("holeDiameterMm densityKgPerM3 overPressureKPa liquidHeadM", "limitKgPerS"),
        /** Flow of a gas through a hole; kg/s. */
        GAS_RELEASE(
                "holeDiameterMm pressureKPaAbsolute temperatureC molarMassGPerMol heatCapacityRatio", "limitKgPerS"),
        /** Share of a superheated liquid that flashes; %. */
        FLASH("temperatureC boilingPointC heatCapacityKJPerKgK latentHeatKJPerKg", "limitPercent"),
        /** Heat of a pool fire at a distance; kW/m2. */
        POOL_FIRE(
                "poolDiameterM combustionHeatMJPerKg latentHeatKJPerKg heatCapacityKJPerKgK heatingK distanceM",
                "limitKWPerM2"),
        /** Concentration downwind of a lasting release; volume percent. */
        PLUME("rateKgPerS heightM windMPerS molarMassGPerMol distanceM", "limitVolumePercent"),
        /** Evaporation from a pool below its boiling point; kg/s. */
        POOL_EVAPORATION("poolAreaM2 windMPerS temperatureC vapourPressureKPa molarMassGPerMol", "limitKgPerS");

        private final String inputs;
        private final String limit;

        Kind(String inputs, String limit) {
            this.inputs = inputs;
            this.limit = limit;
        }

        /**
         * The inputs that a file must give.
         *
         * @return field names, each with its unit at the end
         */
        public List<String> inputs() {
            return List.of(inputs.split(" ", -1));
        }

        /**
         * The optional input that says from which result on the consequence is there.
         *
         * @return field name
         */
        public String limit() {
            return limit;
        }
    }

    /**
     * A quantity.
     *
     * @param field one of the inputs of the kind
     * @return its value in the unit of its name
     */
    public double input(String field) {
        Double value = inputs.get(field);
        if (value == null) {
            throw new IllegalArgumentException(kind + " has no " + field);
        }
        return value;
    }

    /**
     * What the result must exceed.
     *
     * @return the limit in the unit of the result, or nothing
     */
    public Optional<Double> limit() {
        return Optional.ofNullable(inputs.get(kind.limit()));
    }
}
