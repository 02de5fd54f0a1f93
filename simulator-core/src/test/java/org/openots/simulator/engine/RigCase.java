package org.openots.simulator.engine;

/**
 * An operating point of the rig by hand.
 *
 * @param product drawn, kg/h
 * @param reflux returned, kg/h
 * @param feedTray 8 or 12, from the top
 * @param ethanol in the feed, mass fraction
 * @param tankCelsius of the feed tank, °C
 * @param preheated whether the feed is heated to 80 °C
 * @param waterCelsius of the cooling water, °C
 */
record RigCase(
        double product,
        double reflux,
        int feedTray,
        double ethanol,
        double tankCelsius,
        boolean preheated,
        double waterCelsius) {
    /** The normal column of table 4.1. */
    static final RigCase TABLE = new RigCase(12, 36, 12, 0.2, 25, true, 25);

    /** Water, °C, with which the condenser of the rig takes any load at which the column does not flood. */
    static final double COLD_WATER = 10;

    RigCase flows(double newProduct, double newReflux) {
        return new RigCase(newProduct, newReflux, feedTray, ethanol, tankCelsius, preheated, waterCelsius);
    }

    RigCase feedTray(int tray) {
        return new RigCase(product, reflux, tray, ethanol, tankCelsius, preheated, waterCelsius);
    }

    RigCase ethanol(double fraction) {
        return new RigCase(product, reflux, feedTray, fraction, tankCelsius, preheated, waterCelsius);
    }

    RigCase unheated(double celsius) {
        return new RigCase(product, reflux, feedTray, ethanol, celsius, false, waterCelsius);
    }

    RigCase waterCelsius(double celsius) {
        return new RigCase(product, reflux, feedTray, ethanol, tankCelsius, preheated, celsius);
    }
}
