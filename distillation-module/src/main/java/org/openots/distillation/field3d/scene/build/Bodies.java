package org.openots.distillation.field3d.scene.build;

import org.joml.Vector3f;
import org.openots.simulator.plot.Equipment;

/** What of a piece of equipment is solid, in its own axes (x ahead, y up from its foot, z right): where nozzle necks end. */
final class Bodies {
    /** Step of the search along a neck, m: finer than any shell is thick. */
    private static final double STEP = 0.004;

    /** No neck is longer than this, m. */
    private static final double LONGEST = 2.5;

    private Bodies() {}

    static double radius(Equipment e) {
        return e.diameter() / 2;
    }

    static double shaft(Equipment e) {
        for (Equipment.Nozzle nozzle : e.nozzles()) {
            if (nozzle.outwards() == Equipment.Side.AHEAD) {
                return Math.max(0.06, nozzle.at().up() - base(e));
            }
        }
        return e.diameter() * 0.55;
    }

    /** Height of what a machine stands on, m. */
    static double base(Equipment e) {
        return e.support() == Equipment.Support.PLINTH || e.support() == Equipment.Support.HUNG ? e.clearance() : 0;
    }

    static double front(Equipment e) {
        for (Equipment.Nozzle nozzle : e.nozzles()) {
            if (nozzle.outwards() == Equipment.Side.UP) {
                return nozzle.at().east();
            }
        }
        return e.length() * 0.33;
    }

    /** How far back from a nozzle's face its neck goes to end inside the body, m. */
    static double neck(Equipment e, Vector3f face, Vector3f outwards) {
        Vector3f p = new Vector3f();
        for (double back = 0.0; back < LONGEST; back += STEP) {
            p.set(face).fma((float) -back, outwards);
            if (inside(e, p)) {
                return back + 0.012;
            }
        }
        return 0.1;
    }

    private static boolean inside(Equipment e, Vector3f p) {
        double r = radius(e);
        double low = e.clearance();
        double high = low + e.length();
        return switch (e.kind()) {
            case COLUMN, SUMP, VERTICAL_VESSEL, VERTICAL_EXCHANGER -> upright(e, p, low, high);
            case TANK, FILTER ->
                Math.hypot(p.x, p.z) < r && p.y > low && p.y < high - r * 0.22 * Math.hypot(p.x, p.z) / r;
            case HORIZONTAL_VESSEL, EXCHANGER, ELECTRIC_HEATER -> lying(e, p, low + r, r);
            case KETTLE -> lying(e, p, low + r, r) && (p.x < e.length() * 0.2 || p.y < low + r * 1.24);
            case CENTRIFUGAL_PUMP, GEAR_PUMP, FAN -> machine(e, p);
            default -> Math.abs(p.x) < e.length() / 2 && Math.abs(p.z) < r && p.y > low && p.y < low + r;
        };
    }

    private static boolean upright(Equipment e, Vector3f p, double low, double high) {
        double r = radius(e);
        for (Equipment.Section section : e.sections()) {
            if (p.y - low >= section.from() && p.y - low <= section.to()) {
                r = section.diameter() / 2;
            }
        }
        double head = Math.min(r / 2, e.length() / 4);
        double away = Math.hypot(p.x, p.z) / r;
        double dome = head * (1 - Math.sqrt(Math.max(0, 1 - away * away)));
        return away < 1 && p.y > low + dome && p.y < high - dome;
    }

    private static boolean lying(Equipment e, Vector3f p, double axis, double r) {
        double head = Math.min(r / 2, e.length() / 4);
        double away = Math.hypot(p.y - axis, p.z) / r;
        double dome = head * (1 - Math.sqrt(Math.max(0, 1 - away * away)));
        return away < 1 && Math.abs(p.x) < e.length() / 2 - dome;
    }

    private static boolean machine(Equipment e, Vector3f p) {
        double shaft = base(e) + shaft(e);
        double r = Math.min(e.diameter() * 0.4, shaft(e) * 0.6);
        return Math.hypot(p.y - shaft, p.z) < r * 0.6 && Math.abs(p.x - front(e)) < r * 0.5;
    }
}
