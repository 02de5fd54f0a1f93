package org.openots.simulator.equipment;

import org.openots.simulator.process.Link;

/** Tubes that cool a holdup, as the liquid that runs off them sees them. */
public interface Cooler extends Link {
    /** Share of the temperature difference that is left for a film on the tubes: 1 with much coolant, 0 without. */
    double coldShare();

    /** Temperature of the coolant as it comes in, K. */
    double coolantTemperature();

    /** Heat from liquid that the tubes cool after it left the holdup, W; call after {@link #flows}. */
    void addDuty(double watts);
}
