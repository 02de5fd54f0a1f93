package org.openots.distillation.field3d.plan;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.openots.simulator.plot.Inline;

/** Sizes of pipes and of what is built into them, after the usual series of the trade. */
public final class Sizes {
    /** Outer diameters by nominal diameter, mm: ISO 4200 series 1; below DN 10 instrument tubing. */
    private static final NavigableMap<Integer, Double> OUTSIDE = new TreeMap<>(Map.ofEntries(
            Map.entry(4, 6.0),
            Map.entry(6, 10.2),
            Map.entry(8, 13.5),
            Map.entry(10, 17.2),
            Map.entry(15, 21.3),
            Map.entry(20, 26.9),
            Map.entry(25, 33.7),
            Map.entry(32, 42.4),
            Map.entry(40, 48.3),
            Map.entry(50, 60.3),
            Map.entry(65, 76.1),
            Map.entry(80, 88.9),
            Map.entry(100, 114.3),
            Map.entry(125, 139.7),
            Map.entry(150, 168.3),
            Map.entry(200, 219.1),
            Map.entry(250, 273.0),
            Map.entry(300, 323.9),
            Map.entry(350, 355.6),
            Map.entry(400, 406.4),
            Map.entry(500, 508.0),
            Map.entry(600, 610.0)));
    /** Above DN 600 outer and nominal diameter differ by the wall only. */
    private static final double LARGE = 1.02;

    private static final double MM = 1e-3;
    /** Elbows of long radius: 1.5 times the nominal diameter. */
    private static final double LONG_RADIUS = 1.5;
    /** Tightest bend of thin tube, m. */
    private static final double TIGHTEST = 0.025;
    /** From a nozzle's face to the first bend: a flange with its weld neck, m and times the nominal diameter. */
    private static final double NECK = 0.03;

    private static final double NECK_SHARE = 0.5;

    /**
     * Spans between supports of level steel pipes by nominal diameter, m: ASME B31.1 table 121.5 for water, and MSS SP-58 for the
     * sizes between (7, 7, 9, 10, 11, 12, 14, 16, 17, 19, 22, 23 ft).
     */
    private static final NavigableMap<Integer, Double> SPANS = new TreeMap<>(Map.ofEntries(
            Map.entry(25, 2.1),
            Map.entry(32, 2.1),
            Map.entry(40, 2.7),
            Map.entry(50, 3.0),
            Map.entry(65, 3.4),
            Map.entry(80, 3.7),
            Map.entry(100, 4.3),
            Map.entry(125, 4.9),
            Map.entry(150, 5.2),
            Map.entry(200, 5.8),
            Map.entry(250, 6.7),
            Map.entry(300, 7.0)));

    /** Spacing of guides along upright pipes, m: the usual 22 to 45 ft of handbooks of pipe supports. */
    private static final NavigableMap<Integer, Double> RISERS = new TreeMap<>(
            Map.of(25, 6.7, 40, 7.0, 50, 7.3, 80, 8.2, 100, 8.8, 150, 10.0, 200, 11.3, 250, 12.5, 300, 13.7));

    private Sizes() {}

    /**
     * Longest usual stretch of an upright pipe between guides.
     *
     * @param dn nominal diameter, mm
     * @return m; of the largest size in the table for larger ones
     */
    public static double riser(int dn) {
        Map.Entry<Integer, Double> entry = RISERS.ceilingEntry(dn);
        return entry == null ? RISERS.lastEntry().getValue() : entry.getValue();
    }

    /**
     * Longest usual span between supports of a level pipe.
     *
     * @param dn nominal diameter, mm
     * @return m; of the largest size in the table for larger ones
     */
    public static double span(int dn) {
        Map.Entry<Integer, Double> entry = SPANS.ceilingEntry(dn);
        return entry == null ? SPANS.lastEntry().getValue() : entry.getValue();
    }

    /**
     * Outer radius of a pipe.
     *
     * @param dn nominal diameter, mm
     * @return m
     */
    public static double radius(int dn) {
        Map.Entry<Integer, Double> entry = OUTSIDE.ceilingEntry(dn);
        return (entry == null ? dn * LARGE : entry.getValue()) * MM / 2;
    }

    /**
     * Radius of an elbow, to the axis of the pipe.
     *
     * @param dn nominal diameter, mm
     * @return m
     */
    public static double bend(int dn) {
        return Math.max(TIGHTEST, LONG_RADIUS * dn * MM);
    }

    /**
     * Straight piece from a nozzle's face to the corner of the first elbow.
     *
     * @param dn nominal diameter, mm
     * @return m
     */
    public static double stub(int dn) {
        return NECK + NECK_SHARE * dn * MM + bend(dn);
    }

    /**
     * Length from face to face along the pipe, flanges included: near those of GB/T 12221, straight lines through them.
     *
     * @param kind what it is
     * @param dn nominal diameter, mm
     * @return m
     */
    public static double length(Inline.Kind kind, int dn) {
        double d = dn * MM;
        return switch (kind) {
            case NEEDLE_VALVE -> 0.05 + 1.5 * d;
            case CHECK_VALVE, FLOW_ELEMENT, SIGHT_GLASS -> 0.09 + 1.5 * d;
            case SOLENOID_VALVE -> 0.08 + 1.8 * d;
            case STRAINER, FLAME_ARRESTER -> 0.10 + 2.4 * d;
            case RELIEF_VALVE -> 0.08 + 1.2 * d;
            case ROTAMETER -> 0.32 + d;
            case SPECTACLE_BLIND -> 0.05 + 0.3 * d;
            case REDUCER -> 0.06 + 1.1 * d;
            default -> 0.09 + 2.4 * d;
        };
    }

    /**
     * From the axis of the pipe to what one takes in hand or reads: handwheel, lever, top of the actuator, head.
     *
     * @param kind what it is
     * @param dn nominal diameter, mm
     * @return m
     */
    public static double reach(Inline.Kind kind, int dn) {
        double d = dn * MM;
        double beyond = switch (kind) {
            case BALL_VALVE -> 0.05 + 0.6 * d;
            case GATE_VALVE -> 0.14 + 2.2 * d;
            case GLOBE_VALVE -> 0.11 + 1.8 * d;
            case NEEDLE_VALVE -> 0.05 + d;
            case CONTROL_VALVE -> 0.26 + 2.4 * d;
            case SOLENOID_VALVE -> 0.10 + 0.8 * d;
            case SHUTOFF_VALVE, MOTOR_VALVE -> 0.28 + 2.2 * d;
            case RELIEF_VALVE -> 0.18 + 2 * d;
            case FLOW_ELEMENT -> 0.16 + d;
            case STRAINER -> 0.04 + 1.2 * d;
            default -> 0.02 + 0.5 * d;
        };
        return radius(dn) + beyond;
    }
}
