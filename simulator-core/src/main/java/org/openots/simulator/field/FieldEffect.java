package org.openots.simulator.field;

/**
 * What somebody in the plant sees at a place beyond the positions of valves and the readings of gauges.
 *
 * @param place id of a leak or a window of the plot plan
 * @param kind what goes on
 * @param amount in the unit of the kind, never negative
 */
public record FieldEffect(String place, Kind kind, double amount) {
    /** What goes on, with the smallest amount that is seen from a few steps away. */
    public enum Kind {
        /** Liquid comes out; kg/s. Seen from 0.1 g/s, a steady drip, on. */
        LIQUID(1e-4),
        /** Steam, or vapour that is a liquid in the open and so a white mist; kg/s. Seen from 0.1 g/s on. */
        STEAM(1e-4),
        /** Vapour that stays one comes out; kg/s. Seen from 0.1 g/s on. */
        GAS(1e-4),
        /** Liquid lies on the floor; m3. Seen from a cup, 0.1 L, on. */
        POOL(1e-4),
        /** It burns; W. Seen from 1 kW, a hand's breadth of flame, on. */
        FIRE(1e3),
        /** Smoke; W of what burns inside. Seen from 1 kW on. */
        SMOKE(1e3),
        /** Froth behind a window, share of its height, 0 to 1; 1 is flooded. Seen from 2 % on. */
        FLOODING(0.02);

        private final double visible;

        Kind(double visible) {
            this.visible = visible;
        }

        /**
         * The smallest amount that is seen.
         *
         * @return in the unit of the kind
         */
        public double visible() {
            return visible;
        }
    }
}
