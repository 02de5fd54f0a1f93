package org.openots.simulator.flowsheet;

import org.openots.simulator.process.InputRange;

/**
 * What dimensions of parts may be, in SI: narrower than {@link org.openots.simulator.process.Bounds} of their kind of
 * quantity, yet wide enough for every plant from glass ware to a refinery.
 */
final class Ranges {
    /** Bubbling or net area of a tray, cross-section of a bed: a column of 4 mm to one of 19 m. */
    static final InputRange COLUMN_AREA = new InputRange("m2", 1e-5, 300);
    /** All holes of a tray. */
    static final InputRange HOLE_AREA = new InputRange("m2", 1e-7, 100);
    /** Passage under the apron of a downcomer. */
    static final InputRange APRON_AREA = new InputRange("m2", 1e-7, 30);
    /** A weir, all passes together, or the way of the liquid over a tray. */
    static final InputRange ACROSS = new InputRange("m", 2e-3, 60);
    /** A weir from the tray up; also a head lost under an apron. */
    static final InputRange WEIR_HEIGHT = new InputRange("m", 1e-4, 0.5);
    /** From tray to tray: an Oldershaw column to a man way with room for a nozzle. */
    static final InputRange SPACING = new InputRange("m", 0.01, 5);
    /** A hole of a sieve, a sheet it is punched in, a valve. */
    static final InputRange SMALL_PART = new InputRange("m", 1e-4, 0.1);
    /** A piece or a fold of packing. */
    static final InputRange PACKING_SIZE = new InputRange("m", 1e-4, 0.5);
    /** A bed of packing. */
    static final InputRange BED_HEIGHT = new InputRange("m", 0.01, 50);
    /** Flow area of a valve, opening or hole: the widest butterfly valves have 3 m. */
    static final InputRange OPENING = new InputRange("m2", 1e-8, 8);
    /** Flow area of a pipe: the widest overhead lines have 5 m. */
    static final InputRange PIPE_AREA = new InputRange("m2", 1e-8, 20);
    /** A tank, either way: the largest have 110 m. */
    static final InputRange TANK_SIZE = new InputRange("m", 0.01, 120);
    /** Liquid in a tank: the largest hold 240 000 m3. */
    static final InputRange TANK_VOLUME = new InputRange("m3", 1e-6, 2.5e5);
    /** A thermosyphon: height and way of the liquid. */
    static final InputRange LOOP_LENGTH = new InputRange("m", 0.01, 100);
    /** Pressure difference over which a flow turns round or a valve begins to lift. */
    static final InputRange SMALL_PRESSURE = new InputRange("Pa", 0.1, 1e6);
    /** From the bottom to full: a glass of a laboratory to a column of 100 m. */
    static final InputRange FILL_HEIGHT = new InputRange("m", 1e-3, 120);

    private Ranges() {}
}
