package org.openots.simulator.plot;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * A vessel or machine. Its own axes are ahead, left and up from the middle of its foot; with a heading of 90 degrees they are
 * those of the site: east, north and up.
 *
 * @param id tag, for example {@code P-701}
 * @param kind what it is
 * @param text for people
 * @param foot middle of what it stands on, seen from above, on the floor; of something hung, the point on the floor below it
 * @param heading in which its own axis ahead points, degrees clockwise from north: the axis of a horizontal vessel, from motor to
 *     pump of a pump set, the front of a cabinet
 * @param diameter of its shell without insulation, m; width from left to right of a cabinet or machine
 * @param length of its shell from end to end, heads included, m: along the vertical for upright ones, ahead for lying ones
 * @param clearance between the floor and the lowest point of its shell, m: height of skirt, legs, saddles, plinth or hangers
 * @param support what carries it
 * @param insulation thickness, m; 0 for none
 * @param finish what its shell is made of
 * @param sections parts of an upright shell of another diameter or of glass
 * @param trays trays of a column; count 0 for none
 * @param manholes manholes
 * @param nozzles where pipes are bolted on
 */
public record Equipment(
        String id,
        Kind kind,
        LocalText text,
        Point foot,
        double heading,
        double diameter,
        double length,
        double clearance,
        Support support,
        double insulation,
        Finish finish,
        List<Section> sections,
        Trays trays,
        List<Manhole> manholes,
        List<Nozzle> nozzles) {
    /** Copies the lists. */
    public Equipment {
        sections = List.copyOf(sections);
        manholes = List.copyOf(manholes);
        nozzles = List.copyOf(nozzles);
    }

    /** What it is. */
    public enum Kind {
        /** A column. */
        COLUMN,
        /** The boiling sump of a rig: upright, with heating rods from the side; the column stands on it. */
        SUMP,
        /** An upright vessel with dished ends. */
        VERTICAL_VESSEL,
        /** A lying vessel with dished ends. */
        HORIZONTAL_VESSEL,
        /** A tank with a flat bottom. */
        TANK,
        /** A lying shell and tube exchanger. */
        EXCHANGER,
        /** An upright shell and tube exchanger. */
        VERTICAL_EXCHANGER,
        /** A kettle. */
        KETTLE,
        /** An electric heater in a lying shell, terminal box at its end. */
        ELECTRIC_HEATER,
        /** A centrifugal pump with its motor on a base. */
        CENTRIFUGAL_PUMP,
        /** A gear pump with its motor on a base. */
        GEAR_PUMP,
        /** A compressor or blower. */
        FAN,
        /** An air cooler: bundle on legs, fan below. */
        AIR_COOLER,
        /** A filter. */
        FILTER,
        /** A cabinet. */
        CABINET,
        /** A machine's skid or base frame; {@code diameter} is its width. */
        SKID
    }

    /** What carries it. */
    public enum Support {
        /** A skirt. */
        SKIRT,
        /** Legs. */
        LEGS,
        /** Two saddles on plinths. */
        SADDLES,
        /** A plinth of concrete. */
        PLINTH,
        /** Hangs on brackets or hangers of the steel around it. */
        HUNG,
        /** Stands on the floor, or on another piece of equipment. */
        FLOOR
    }

    /** What one sees of its shell. */
    public enum Finish {
        /** Painted carbon steel. */
        PAINTED,
        /** Bare stainless steel. */
        STAINLESS,
        /** Cladding of sheet metal over insulation. */
        CLAD
    }

    /**
     * A part of an upright shell.
     *
     * @param from where it begins above the shell's lowest point, m
     * @param to where it ends, m
     * @param diameter m
     * @param glass whether one looks through it
     */
    public record Section(double from, double to, double diameter, boolean glass) {}

    /**
     * Trays of a column, counted from the top.
     *
     * @param count how many
     * @param first height of tray 1 above the shell's lowest point, m
     * @param spacing between two, m
     */
    public record Trays(int count, double first, double spacing) {
        /** No trays. */
        public static final Trays NONE = new Trays(0, 0, 0);
    }

    /**
     * A manhole in the shell.
     *
     * @param up height of its middle above the foot, m
     * @param heading outwards, degrees clockwise from north
     * @param diameter m
     */
    public record Manhole(double up, double heading, double diameter) {}

    /**
     * Where a pipe is bolted on.
     *
     * @param id name within the equipment
     * @param at middle of its face in the equipment's own axes: ahead, left, up from the middle of the foot, m
     * @param outwards where it points, in the equipment's own axes
     * @param dn nominal diameter, mm
     */
    public record Nozzle(String id, Point at, Side outwards, int dn) {}

    /** A direction along a piece of equipment's own axes. */
    public enum Side {
        /** Ahead. */
        AHEAD,
        /** Back. */
        BACK,
        /** To the left. */
        LEFT,
        /** To the right. */
        RIGHT,
        /** Upwards. */
        UP,
        /** Downwards. */
        DOWN
    }
}
