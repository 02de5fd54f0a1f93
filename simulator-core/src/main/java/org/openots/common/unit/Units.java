package org.openots.common.unit;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openots.common.error.OtsException;

/** Engineering units and their SI meaning. Gauge pressures convert like absolute ones; the name says which it is. */
public final class Units {
    /** Ratios, temperature, pressure, lengths, time, mass and flows: symbol, SI unit, factor. */
    private static final Object[][] QUANTITIES = {
        {"1", "1", 1.0},
        {"%", "1", 0.01},
        {"wt%", "1", 0.01},
        {"%LEL", "1", 0.01},
        {"K", "K", 1.0},
        {"Pa", "Pa", 1.0},
        {"kPa", "Pa", 1e3},
        {"MPa", "Pa", 1e6},
        {"bar", "Pa", 1e5},
        {"atm", "Pa", PhysicalConstants.STANDARD_ATMOSPHERE},
        {"m", "m", 1.0},
        {"mm", "m", 1e-3},
        {"m2", "m2", 1.0},
        {"cm2", "m2", 1e-4},
        {"mm2", "m2", 1e-6},
        {"m3", "m3", 1.0},
        {"L", "m3", 1e-3},
        {"s", "s", 1.0},
        {"min", "s", 60.0},
        {"h", "s", 3600.0},
        {"kg", "kg", 1.0},
        {"kg/s", "kg/s", 1.0},
        {"kg/h", "kg/s", 1 / 3600.0},
        {"t/h", "kg/s", 1 / 3.6},
        {"m3/s", "m3/s", 1.0},
        {"m3/h", "m3/s", 1 / 3600.0},
        {"m³/h", "m3/s", 1 / 3600.0},
        {"L/h", "m3/s", 1e-3 / 3600.0}
    };

    /** Energy, amounts and transport properties: symbol, SI unit, factor. */
    private static final Object[][] ENERGY_AND_MATTER = {
        {"W", "W", 1.0},
        {"kW", "W", 1e3},
        {"MW", "W", 1e6},
        {"W/K", "W/K", 1.0},
        {"kW/K", "W/K", 1e3},
        {"J/K", "J/K", 1.0},
        {"kJ/K", "J/K", 1e3},
        {"MJ/K", "J/K", 1e6},
        {"mol", "mol", 1.0},
        {"kmol", "mol", 1e3},
        {"mol/s", "mol/s", 1.0},
        {"kmol/h", "mol/s", 1 / 3.6},
        {"kmol/min", "mol/s", 1e3 / 60},
        {"mol/mol", "1", 1.0},
        {"kg/kg", "1", 1.0},
        {"m/s", "m/s", 1.0},
        {"m2/s", "m2/s", 1.0},
        {"mm2/s", "m2/s", 1e-6},
        {"1/m", "1/m", 1.0},
        {"kg/m3", "kg/m3", 1.0},
        {"N/m", "N/m", 1.0},
        {"mN/m", "N/m", 1e-3},
        {"Pa.s", "Pa.s", 1.0},
        {"mPa.s", "Pa.s", 1e-3},
        {"J", "J", 1.0},
        {"kWh", "J", 3.6e6},
        {"kWh/kg", "J/kg", 3.6e6}
    };

    /** A decimal number; not the forms of Java such as {@code 5f} or {@code 0x1p3}. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private static final Map<String, Unit> TABLE = table();

    private Units() {}

    /**
     * One unit: SI value = value * factor + offset.
     *
     * @param symbol as written in files
     * @param dimension the SI unit it converts to
     * @param factor multiplier
     * @param offset added after multiplying; zero except for temperatures
     */
    public record Unit(String symbol, String dimension, double factor, double offset) {
        /**
         * Converts to SI.
         *
         * @param value in this unit
         * @return in the SI unit
         */
        public double toSi(double value) {
            return value * factor + offset;
        }

        /**
         * Converts from SI.
         *
         * @param value in the SI unit
         * @return in this unit
         */
        public double fromSi(double value) {
            return (value - offset) / factor;
        }
    }

    private static Map<String, Unit> table() {
        Map<String, Unit> map = new TreeMap<>();
        put(QUANTITIES, map);
        put(ENERGY_AND_MATTER, map);
        withZeroElsewhere(map);
        return Map.copyOf(map);
    }

    private static void put(Object[][] rows, Map<String, Unit> map) {
        for (Object[] row : rows) {
            map.put((String) row[0], new Unit((String) row[0], (String) row[1], (Double) row[2], 0));
        }
    }

    /** Celsius, and pressures above the standard atmosphere. */
    private static void withZeroElsewhere(Map<String, Unit> map) {
        double atmosphere = PhysicalConstants.STANDARD_ATMOSPHERE;
        map.put("degC", new Unit("degC", "K", 1, PhysicalConstants.CELSIUS_ZERO));
        map.put("°C", new Unit("°C", "K", 1, PhysicalConstants.CELSIUS_ZERO));
        map.put("kPa(g)", new Unit("kPa(g)", "Pa", 1e3, atmosphere));
        map.put("MPa(g)", new Unit("MPa(g)", "Pa", 1e6, atmosphere));
        map.put("atm(g)", new Unit("atm(g)", "Pa", atmosphere, atmosphere));
    }

    /**
     * Looks a unit up.
     *
     * @param symbol as written in files
     * @return the unit
     * @throws OtsException if the suite does not know it
     */
    public static Unit of(String symbol) {
        Unit unit = TABLE.get(symbol);
        if (unit == null) {
            throw new OtsException(UnitError.UNKNOWN_UNIT, symbol, String.join(" ", new TreeMap<>(TABLE).keySet()));
        }
        return unit;
    }

    /**
     * A number as people write it.
     *
     * @param text digits with sign, point and exponent; no white space
     * @return the number, NaN for any other text
     */
    public static double decimal(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /**
     * The units that convert to an SI unit.
     *
     * @param dimension the SI unit, for example {@code m3}
     * @return their symbols, in natural order; empty if the suite has none
     */
    public static SortedSet<String> symbols(String dimension) {
        SortedSet<String> symbols = new TreeSet<>();
        for (Unit unit : TABLE.values()) {
            if (unit.dimension().equals(dimension)) {
                symbols.add(unit.symbol());
            }
        }
        return symbols;
    }

    /**
     * Reads a quantity such as {@code 65 L}.
     *
     * @param text number, space, unit; a dimensionless number may stand alone
     * @param dimension the SI unit that is wanted, for example {@code m3}
     * @return the value in that SI unit
     * @throws OtsException if the text is no quantity or has another dimension
     */
    public static double parse(String text, String dimension) {
        boolean bare = "1".equals(dimension) && !text.trim().contains(" ");
        String[] parts = (bare ? text.trim() + " 1" : text.trim()).split(" +", -1);
        if (parts.length != 2) {
            throw new OtsException(UnitError.NOT_A_QUANTITY, text, dimension);
        }
        Unit unit = of(parts[1]);
        if (!unit.dimension().equals(dimension)) {
            throw new OtsException(UnitError.WRONG_DIMENSION, text, unit.dimension(), dimension);
        }
        double value = unit.toSi(decimal(parts[0]));
        if (!Double.isFinite(value)) {
            throw new OtsException(UnitError.NOT_A_QUANTITY, text, dimension);
        }
        return value;
    }
}
