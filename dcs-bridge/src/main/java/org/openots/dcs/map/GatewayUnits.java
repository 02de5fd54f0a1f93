package org.openots.dcs.map;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.common.unit.PhysicalConstants;
import org.openots.common.unit.Units;
import org.openots.common.unit.Units.Unit;

/** Units in which gateways and control systems send: those of the suite, and others that plant packs do not use. */
public final class GatewayUnits {
    private static final double ATMOSPHERE = PhysicalConstants.STANDARD_ATMOSPHERE;
    private static final double DEGREE_FAHRENHEIT = 5 / 9.0;
    private static final double FAHRENHEIT_ZERO = 459.67;
    /** Standard acceleration of gravity: 9.80665 m/s2 (3rd CGPM, 1901). */
    private static final double GRAVITY = 9.80665;
    /** International avoirdupois pound: 0.45359237 kg; international inch: 25.4 mm (NIST SP 811, B.6). */
    private static final double POUND = 0.45359237;

    private static final double INCH = 0.0254;
    private static final double PSI = POUND * GRAVITY / (INCH * INCH);
    private static final double KGF_PER_CM2 = GRAVITY * 1e4;

    private static final Map<String, Unit> MORE = more();

    private GatewayUnits() {}

    private static Map<String, Unit> more() {
        Map<String, Unit> map = new TreeMap<>();
        put(map, "degF", "K", DEGREE_FAHRENHEIT, FAHRENHEIT_ZERO * DEGREE_FAHRENHEIT);
        put(map, "mbar", "Pa", 100, 0);
        put(map, "bar(g)", "Pa", 1e5, ATMOSPHERE);
        put(map, "Pa(g)", "Pa", 1, ATMOSPHERE);
        put(map, "psi", "Pa", PSI, 0);
        put(map, "psi(g)", "Pa", PSI, ATMOSPHERE);
        put(map, "kgf/cm2", "Pa", KGF_PER_CM2, 0);
        put(map, "kgf/cm2(g)", "Pa", KGF_PER_CM2, ATMOSPHERE);
        put(map, "mmH2O", "Pa", GRAVITY, 0); // water of 1000 kg/m3
        put(map, "mmHg", "Pa", ATMOSPHERE / 760, 0);
        put(map, "cm", "m", 1e-2, 0);
        put(map, "L/min", "m3/s", 1e-3 / 60, 0);
        put(map, "L/s", "m3/s", 1e-3, 0);
        put(map, "mL/min", "m3/s", 1e-6 / 60, 0);
        put(map, "kg/min", "kg/s", 1 / 60.0, 0);
        put(map, "g/min", "kg/s", 1e-3 / 60, 0);
        put(map, "ppm", "1", 1e-6, 0);
        return Collections.unmodifiableMap(map);
    }

    private static void put(Map<String, Unit> map, String symbol, String dimension, double factor, double offset) {
        map.put(symbol, new Unit(symbol, dimension, factor, offset));
    }

    /**
     * Looks a unit up.
     *
     * @param symbol as written in tag maps; empty for a plain number
     * @return the unit, nothing if it is not known
     */
    public static Optional<Unit> find(String symbol) {
        if (MORE.containsKey(symbol)) {
            return Optional.ofNullable(MORE.get(symbol));
        }
        try {
            return Optional.of(Units.of(symbol.isEmpty() ? "1" : symbol));
        } catch (OtsException unknown) {
            return Optional.empty();
        }
    }

    /**
     * All units.
     *
     * @return the units, by SI unit
     */
    static List<Unit> all() {
        return Stream.of("1", "K", "Pa", "m", "m2", "m3", "s", "kg", "kg/s", "m3/s", "W", "mol/s", "m/s", "J/kg")
                .flatMap(dimension -> of(dimension).stream())
                .toList();
    }

    /**
     * All units that convert to the same SI unit.
     *
     * @param dimension the SI unit
     * @return the units by symbol
     */
    public static Collection<Unit> of(String dimension) {
        Map<String, Unit> same = new TreeMap<>();
        Units.symbols(dimension).forEach(symbol -> same.put(symbol, Units.of(symbol)));
        MORE.values().stream()
                .filter(unit -> unit.dimension().equals(dimension))
                .forEach(unit -> same.put(unit.symbol(), unit));
        return same.values();
    }
}
