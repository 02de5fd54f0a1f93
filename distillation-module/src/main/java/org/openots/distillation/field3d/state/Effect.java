package org.openots.distillation.field3d.state;

/**
 * What the station says goes on at a place beyond the signals. An effect of which the station no longer speaks is over.
 *
 * @param place id of a leak point or tag of an item of the scene
 * @param kind what goes on
 * @param amount in the unit of the kind
 */
public record Effect(String place, Kind kind, double amount) {
    /** What goes on, with the unit of its amount and the amount at which it looks as large as it gets. */
    public enum Kind {
        /** Liquid comes out; kg/s. A hole of 10 mm under 3 bar gives about 2 kg/s. */
        LIQUID(2),
        /** Steam or boiling liquid comes out; kg/s. */
        STEAM(0.5),
        /** A gas comes out; kg/s. */
        GAS(0.5),
        /** Liquid lies on the floor; m3. */
        POOL(2),
        /** It burns; W. A pool of ethanol of 2 m across gives about 1.5 MW. */
        FIRE(3e6),
        /** Smoke without a flame; W of what burns inside. */
        SMOKE(3e6),
        /** Liquid stands on the trays behind the sight glass; 0 to 1. */
        FLOODING(1);

        private final double full;

        Kind(double full) {
            this.full = full;
        }

        /**
         * The amount at which it looks as large as it gets.
         *
         * @return in the unit of the kind
         */
        public double full() {
            return full;
        }
    }
}
