package org.openots.simulator.plot;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * What the plant stands on and in.
 *
 * @param kind in a hall or under the sky
 * @param area that can be walked; the inner faces of the walls of a hall
 * @param surface what one walks on
 * @param height of the walls of a hall up to the eaves, m; 0 of a yard
 * @param ridge height of the roof's ridge above the ground, m, along the longer side; 0 of a yard
 * @param openings doors and windows in the walls of a hall
 * @param gates where people come in; the first is where one starts
 * @param surroundings what stands around and is only looked at
 */
public record Ground(
        Kind kind,
        Area area,
        Surface surface,
        double height,
        double ridge,
        List<Opening> openings,
        List<Gate> gates,
        List<Neighbour> surroundings) {
    /** Copies the lists. */
    public Ground {
        openings = List.copyOf(openings);
        gates = List.copyOf(gates);
        surroundings = List.copyOf(surroundings);
    }

    /** Where the plant is. */
    public enum Kind {
        /** In a hall with walls, windows and roof. */
        HALL,
        /** Under the sky. */
        YARD
    }

    /** What one walks on. */
    public enum Surface {
        /** Concrete slabs. */
        CONCRETE,
        /** Asphalt. */
        ASPHALT,
        /** Sealed floor of a hall. */
        EPOXY
    }

    /**
     * A door or window in a wall of the hall.
     *
     * @param kind what it is
     * @param side the wall: north, south, east or west
     * @param from where it begins along the wall: east coordinate in north and south walls, north coordinate in the others, m
     * @param width m
     * @param sill elevation of its lower edge, m
     * @param height m
     */
    public record Opening(Filling kind, Way side, double from, double width, double sill, double height) {
        /** What fills it. */
        public enum Filling {
            /** Glazed. */
            WINDOW,
            /** A door for people. */
            DOOR,
            /** A wide door for goods. */
            ROLLER_DOOR
        }
    }

    /**
     * Where people come in.
     *
     * @param id name
     * @param text for people
     * @param at middle of the threshold
     * @param heading into the site, degrees clockwise from north
     * @param width m
     */
    public record Gate(String id, LocalText text, Point at, double heading, double width) {}

    /**
     * Something around the site.
     *
     * @param kind what it is
     * @param area where it stands
     * @param height m; 0 for what lies flat
     */
    public record Neighbour(Look kind, Area area, double height) {
        /** What it is. */
        public enum Look {
            /** A stand of trees. */
            TREES,
            /** A road with kerbs. */
            ROAD,
            /** Grass. */
            LAWN,
            /** An office block. */
            OFFICE,
            /** The control building. */
            CONTROL_ROOM,
            /** A pipe bridge to other units. */
            PIPE_RACK,
            /** Tanks in a bund. */
            TANK_FARM,
            /** A wall around the works. */
            WALL,
            /** A chimney. */
            CHIMNEY,
            /** Another unit: columns, drums, steel. */
            UNIT,
            /** Another rig, a cabinet or bench in the same hall. */
            RIG
        }
    }
}
