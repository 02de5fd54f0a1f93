package org.openots.distillation.field3d.scene.model;

import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.mesh.Paint;

/** The paints of the plant. Safety colours follow GB 2893 (red, blue, yellow, green). */
public final class Palette {
    /** Polished stainless steel. */
    public static final Paint STAINLESS = Paint.of(0xC9CDD2, 0.28, 0.85);

    /** Brushed stainless steel of vessels. */
    public static final Paint BRUSHED = Paint.of(0xBFC4CA, 0.42, 0.75);

    /** Aluminium sheet around insulation. */
    public static final Paint CLADDING = Paint.of(0xD2D6DA, 0.34, 0.7).with(Pattern.CLADDING);

    /** Zinc. */
    public static final Paint GALVANISED = Paint.of(0x9AA3AA, 0.5, 0.55);

    /** Painted structural steel. */
    public static final Paint STEEL = Paint.of(0x577082, 0.55, 0.05);

    /** Dark painted supports and brackets. */
    public static final Paint DARK_STEEL = Paint.of(0x2E363D, 0.6, 0.1);

    /** Bare or blackened steel: bolts, shafts. */
    public static final Paint BOLT = Paint.of(0x8B9096, 0.4, 0.8);

    /** Railings, cages. */
    public static final Paint SAFETY_YELLOW = Paint.of(0xF2C218, 0.45, 0);

    /** Fire equipment, emergency stops, prohibition. */
    public static final Paint SAFETY_RED = Paint.of(0xC81820, 0.38, 0);

    /** Duty signs. */
    public static final Paint SAFETY_BLUE = Paint.of(0x1B57A8, 0.45, 0);

    /** Escape and first aid. */
    public static final Paint SAFETY_GREEN = Paint.of(0x138A4A, 0.45, 0);

    /** Cast valve bodies. */
    public static final Paint VALVE = Paint.of(0x2C5F93, 0.42, 0.05);

    /** Handwheels. */
    public static final Paint WHEEL = Paint.of(0xCF2028, 0.38, 0);

    /** Sleeves of levers. */
    public static final Paint LEVER = Paint.of(0x1F5FBF, 0.5, 0);

    /** Actuators. */
    public static final Paint ACTUATOR = Paint.of(0x2F7D57, 0.4, 0.05);

    /** Pump casings. */
    public static final Paint PUMP = Paint.of(0x2766A6, 0.4, 0.05);

    /** Motors. */
    public static final Paint MOTOR = Paint.of(0x235F3A, 0.5, 0.05);

    /** Black plastic, rubber. */
    public static final Paint BLACK = Paint.of(0x1C1E21, 0.6, 0);

    /** Instrument housings. */
    public static final Paint HOUSING = Paint.of(0x2D5AA0, 0.42, 0.05);

    /** White enamel: dials, plates. */
    public static final Paint WHITE = Paint.of(0xF2F2EE, 0.5, 0);

    /** Light grey cabinets. */
    public static final Paint CABINET = Paint.of(0xD5D8D6, 0.5, 0.05);

    /** Tag plates. */
    public static final Paint PLATE = Paint.of(0x16294A, 0.5, 0.1);

    /** Plinths and foundations. */
    public static final Paint CONCRETE = Paint.of(0xB4B0A8, 0.9, 0).with(Pattern.CONCRETE);

    /** Open grating. */
    public static final Paint GRATING = Paint.of(0x8A929A, 0.5, 0.5).with(Pattern.GRATING);

    /** Chequer plate. */
    public static final Paint CHEQUER = Paint.of(0x8F979E, 0.5, 0.5).with(Pattern.CHEQUER);

    /** Clear glass. */
    public static final Paint GLASS =
            Paint.of(0xBFD6DC, 0.08, 0).with(Pattern.GLASS).clear(0.35);

    /** Glass of instruments and windows seen as a dark mirror. */
    public static final Paint DARK_GLASS = Paint.of(0x22323C, 0.1, 0.3);

    /** Gasket. */
    public static final Paint GASKET = Paint.of(0x3A3F44, 0.8, 0);

    /** Brass. */
    public static final Paint BRASS = Paint.of(0xB8913F, 0.35, 0.8);

    /** Copper. */
    public static final Paint COPPER = Paint.of(0xB8714A, 0.35, 0.8);

    private Palette() {}
}
