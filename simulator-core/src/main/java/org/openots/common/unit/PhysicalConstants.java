package org.openots.common.unit;

/** Constants of nature and conventional values used throughout the models. */
public final class PhysicalConstants {
    /** Molar gas constant: 8.31446261815324 J/(mol K) (exact in the 2019 SI; CODATA 2018). */
    public static final double GAS_CONSTANT = 8.31446261815324;

    /** Standard acceleration of gravity: 9.80665 m/s2 (3rd CGPM, 1901). */
    public static final double GRAVITY = 9.80665;

    /** Standard atmosphere: 101325 Pa (10th CGPM, 1954). */
    public static final double STANDARD_ATMOSPHERE = 101_325.0;

    /** Zero of the Celsius scale: 273.15 K (SI brochure, 9th ed., 2.3.1). */
    public static final double CELSIUS_ZERO = 273.15;

    /** Reference temperature of enthalpies: 298.15 K; liquids at this temperature have enthalpy zero. */
    public static final double REFERENCE_TEMPERATURE = 298.15;

    private PhysicalConstants() {}
}
