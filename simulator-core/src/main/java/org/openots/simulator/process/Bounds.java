package org.openots.simulator.process;

import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;

/**
 * What the numbers of a flowsheet may be, by kind of quantity, in SI. The bounds hold a laboratory rig and a large
 * works; what lies outside is a slip of the pen or cannot be built.
 */
public enum Bounds {
    /** Room in a vessel, or liquid in it: 1 mL to 10 000 m3. */
    VOLUME("m3", 1e-6, 1e4),
    /** Flow area of a valve, surface of a liquid: 0.01 mm2 to 1000 m2. */
    AREA("m2", 1e-8, 1e3),
    /** A dimension of a part. */
    LENGTH("m", 1e-4, 100),
    /** A difference of levels; below zero when the end lies higher. */
    HEIGHT("m", -100, 100),
    /** Heat capacity of metal. */
    HEAT_CAPACITY("J/K", 1, 1e10),
    /** Conductance of a surface made to pass heat. */
    CONDUCTANCE("W/K", 1e-3, 1e9),
    /** Conductance to the surroundings; zero when they are shut out. */
    HEAT_LOSS("W/K", 0, 1e7),
    /** Liquid of a film. */
    AMOUNT("mol", 1e-6, 1e6),
    /** Capacity of a transfer between the phases. */
    MOLAR_FLOW("mol/s", 1e-6, 1e6),
    /** Displacement of a pump, ventilation. */
    VOLUME_FLOW("m3/s", 1e-9, 100),
    /** Air that fans move. */
    AIR_FLOW("m3/s", 1e-3, 1e4),
    /** Circulation of a liquid. */
    MASS_FLOW("kg/s", 1e-4, 1e4),
    /** Power of a heater. */
    POWER("W", 1, 1e9),
    /** Velocity of a vapour. */
    VELOCITY("m/s", 1e-4, 10),
    /** Time constant. */
    TIME("s", 0.1, 3600),
    /** A time constant of a small part. */
    SHORT_TIME("s", 1e-3, 1e5),
    /** Liquid share of a feed: above one when it is subcooled, below zero when it is superheated. */
    FEED_QUALITY("1", -2, 3),
    /** A difference of pressures with a sign of its own. */
    PRESSURE("Pa", 0.1, 1e7),
    /** Pressure of the air: from 5000 m above to 500 m below the sea. */
    AMBIENT_PRESSURE("Pa", 5e4, 1.1e5),
    /** Temperature of the air: -60 to 60 degC. */
    AMBIENT_TEMPERATURE("K", 213.15, 333.15),
    /** Gauge pressure of cooling water; zero when it is lost. */
    WATER_PRESSURE("Pa", 0, 2e6),
    /** Temperature of cooling water, which neither freezes nor boils. */
    WATER_TEMPERATURE("K", 273.15, 373.15),
    /** Pressure of a steam header, absolute; zero when the boiler is lost. */
    STEAM_PRESSURE("Pa", 0, 5e6),
    /** Pressure of a process header or set pressure of a relief device, absolute. */
    ABSOLUTE_PRESSURE("Pa", 0, 2e7),
    /** Temperature of a process stream: -50 to 250 degC. */
    STREAM_TEMPERATURE("K", 223.15, 523.15),
    /** A share of a whole. */
    FRACTION("1", 0, 1),
    /** A share or coefficient that something is divided by. */
    COEFFICIENT("1", 1e-3, 1),
    /** Width of a smoothed switch as a share of what it switches. */
    SMOOTHING("1", 1e-3, 1),
    /** Share of a vessel that gas keeps: never none, which would make the gas infinitely stiff, never most of it. */
    GAS_FLOOR("1", 1e-3, 0.5),
    /** Vapour-side transfer units of a tray. */
    TRANSFER_UNITS("1", 1e-2, 50),
    /** Dynamic viscosity of a gas or liquid. */
    VISCOSITY("Pa.s", 1e-7, 1),
    /** Diffusivity in a gas or liquid. */
    DIFFUSIVITY("m2/s", 1e-12, 1e-3),
    /** Surface tension. */
    TENSION("N/m", 1e-4, 1),
    /** Density of a metal. */
    METAL_DENSITY("kg/m3", 500, 3e4),
    /** Surface of a packing per volume. */
    SPECIFIC_AREA("1/m", 10, 2000),
    /** A coefficient of drag that a packing may lack. */
    LOSS_COEFFICIENT("1", 0, 1e4),
    /** A coefficient of loss that something is divided by. */
    VALVE_LOSS("1", 0.01, 1e4),
    /** Weight of a valve with its legs over that of its disc, times its eddy loss coefficient. */
    VALVE_FACTOR("1", 1, 5),
    /** Free share of a packed bed. */
    VOIDAGE("1", 0.3, 0.995),
    /** Slope of the equilibrium line times vapour over liquid flow. */
    STRIPPING_FACTOR("1", 1e-2, 100),
    /** Murphree efficiency of a tray; at 100 % its transfer would be infinite. */
    MURPHREE("1", 0.01, 0.98),
    /** Share of heating elements that work; above one when more power passes than was ordered. */
    AVAILABLE("1", 0, 2),
    /** Heat losses over those of the flowsheet: none when all is lagged to perfection, tenfold bare and in the wind. */
    EXPOSURE("1", 0, 10),
    /** Flow coefficient of a control valve over that of its data sheet: nothing passes a plugged one, tenfold a washed-out one. */
    CAPACITY("1", 0, 10);

    private final String dimension;
    private final double lowest;
    private final double highest;

    Bounds(String dimension, double lowest, double highest) {
        this.dimension = dimension;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** As others may know it. */
    public InputRange range() {
        return new InputRange(dimension, lowest, highest);
    }

    /** Reads a quantity and reports one outside; the value in SI, NaN after a reported mistake. */
    public double read(JsonCursor place) {
        double value = place.quantity(dimension);
        if (value >= lowest && value <= highest) {
            return value;
        }
        if (!Double.isNaN(value)) {
            place.report(CommonError.JSON_NUMBER_RANGE, place.text(), range().rule());
        }
        return Double.NaN;
    }
}
