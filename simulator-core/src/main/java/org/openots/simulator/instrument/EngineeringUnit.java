package org.openots.simulator.instrument;

import java.util.Optional;

/** The engineering units of instruments and how they follow from the SI values of the process. */
public enum EngineeringUnit {
    /** Temperature from K. */
    CELSIUS("°C", 1, -273.15),
    /** Gauge or differential pressure from a difference in Pa. */
    KILOPASCAL("kPa", 1e-3, 0),
    /** Gauge pressure from a difference in Pa. */
    MEGAPASCAL("MPa", 1e-6, 0),
    /** Mass flow from kg/s. */
    KILOGRAM_PER_HOUR("kg/h", 3600, 0),
    /** Volume flow from m3/s. */
    CUBIC_METRE_PER_HOUR("m³/h", 3600, 0),
    /** Level from a fraction. */
    PERCENT("%", 100, 0),
    /** Mass fraction of ethanol from a fraction. */
    WEIGHT_PERCENT("wt%", 100, 0),
    /** Gas from a fraction of the lower explosive limit. */
    PERCENT_LEL("%LEL", 100, 0),
    /** Power from W. */
    KILOWATT("kW", 1e-3, 0);

    private final String symbol;
    private final double scale;
    private final double offset;

    EngineeringUnit(String symbol, double scale, double offset) {
        this.symbol = symbol;
        this.scale = scale;
        this.offset = offset;
    }

    /**
     * The unit as shown to people and written in pack files.
     *
     * @return for example {@code kg/h}
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Converts from SI.
     *
     * @param si value in the SI unit of the quantity; for pressures a difference of two pressures
     * @return value in this unit
     */
    public double fromSi(double si) {
        return si * scale + offset;
    }

    /**
     * Finds a unit.
     *
     * @param symbol as in a pack file
     * @return the unit, empty if there is none
     */
    public static Optional<EngineeringUnit> of(String symbol) {
        for (EngineeringUnit unit : values()) {
            if (unit.symbol.equals(symbol)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
