package org.openots.simulator.thermo;

import org.openots.common.json.JsonCursor;

/** What single figures of property files may be, from helium and hydrogen to heavy oil; what lies outside is a slip. */
enum Figures {
    /** Molar mass, kg/mol. */
    MOLAR_MASS(1e-3, 1),
    /** A share of a volume, 1. */
    SHARE(1e-6, 1),
    /** Heat of combustion, J/mol. */
    COMBUSTION(1e4, 1e8),
    /** A critical temperature or another at which a figure holds, K: helium 5.2, mercury 1750. */
    TEMPERATURE(1, 3000),
    /** A critical pressure, Pa: helium 2.3e5, mercury 1.7e8. */
    CRITICAL_PRESSURE(1e4, 5e8),
    /** An acentric factor: helium and hydrogen are below zero. */
    ACENTRIC(-1, 3),
    /** A constant part of an NRTL parameter. */
    NRTL_CONSTANT(-100, 100),
    /** The part of an NRTL parameter that is divided by the temperature, K. */
    NRTL_KELVIN(-1e5, 1e5);

    private final double lowest;
    private final double highest;

    Figures(double lowest, double highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Reads a number and reports one outside; NaN after a reported mistake. */
    double read(JsonCursor place) {
        return place.between(lowest, highest);
    }
}
