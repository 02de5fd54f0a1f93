package org.openots.simulator.plot;

import java.util.List;

/** Steel, concrete and ways up. */
public sealed interface Structure {
    /**
     * Its name.
     *
     * @return unique in the plan
     */
    String id();

    /** What a floor is made of. */
    enum Cover {
        /** Open grating. */
        GRATING,
        /** Chequer plate. */
        CHEQUER,
        /** Concrete. */
        CONCRETE
    }

    /**
     * A frame of steel columns and beams with floors. Railings stand at the edges of its floors by themselves, except where stairs,
     * ladders and passages arrive.
     *
     * @param id name
     * @param east where its columns stand, east coordinates from west to east, m
     * @param north where they stand, north coordinates from south to north, m
     * @param foot elevation of the column feet, m
     * @param top elevation of the column heads, m
     * @param steel outer size of the columns' section, m
     * @param floors its floors
     * @param braced sides with cross bracing: north, south, east, west
     */
    record Frame(
            String id,
            List<Double> east,
            List<Double> north,
            double foot,
            double top,
            double steel,
            List<Floor> floors,
            List<Way> braced)
            implements Structure {
        /** Copies the lists. */
        public Frame {
            east = List.copyOf(east);
            north = List.copyOf(north);
            floors = List.copyOf(floors);
            braced = List.copyOf(braced);
        }
    }

    /**
     * A floor of a frame.
     *
     * @param elevation of its walking surface, m
     * @param area of it; may stand out beyond the columns
     * @param cover what it is made of
     * @param openings holes for vessels and pipes: toe board, and a railing around those a person could fall through
     */
    record Floor(double elevation, Area area, Cover cover, List<Area> openings) {
        /** Copies the list. */
        public Floor {
            openings = List.copyOf(openings);
        }
    }

    /**
     * A ring platform around a column.
     *
     * @param id name
     * @param around id of the column
     * @param elevation of its walking surface, m
     * @param inner radius, m
     * @param outer radius, m
     * @param from heading where it begins, degrees clockwise from north
     * @param to heading where it ends, clockwise from {@code from}; 360 more than {@code from} for the whole ring
     */
    record Ring(String id, String around, double elevation, double inner, double outer, double from, double to)
            implements Structure {}

    /**
     * A straight flight of stairs with handrails.
     *
     * @param id name
     * @param foot middle of the lower edge
     * @param head middle of the upper edge
     * @param width m
     */
    record Stair(String id, Point foot, Point head, double width) implements Structure {}

    /**
     * A ladder straight up.
     *
     * @param id name
     * @param foot middle of the lowest rung, on the floor below
     * @param top elevation of the floor it leads to, m
     * @param heading in which the climber looks, degrees clockwise from north
     * @param cage whether it has a safety cage
     */
    record Ladder(String id, Point foot, double top, double heading, boolean cage) implements Structure {}

    /**
     * A pipe rack.
     *
     * @param id name
     * @param from middle of its first bent, on the ground
     * @param to middle of its last bent
     * @param width m
     * @param tiers elevations of its beams, m
     * @param bents how many
     * @param through pipes of other units that run through on each tier, from one side to the other
     */
    record Rack(String id, Point from, Point to, double width, List<Double> tiers, int bents, List<Service> through)
            implements Structure {
        /** Copies the lists. */
        public Rack {
            tiers = List.copyOf(tiers);
            through = List.copyOf(through);
        }
    }

    /**
     * A wall that stands free in the site.
     *
     * @param id name
     * @param from one end, on the ground
     * @param to other end
     * @param height m
     * @param thickness m
     */
    record Wall(String id, Point from, Point to, double height, double thickness) implements Structure {}

    /**
     * A block of concrete.
     *
     * @param id name
     * @param area seen from above
     * @param height of its top above the ground, m
     */
    record Plinth(String id, Area area, double height) implements Structure {}

    /**
     * A low wall that holds back what is spilt; people step over it by a step of its own.
     *
     * @param id name
     * @param area inside it
     * @param height m
     */
    record Bund(String id, Area area, double height) implements Structure {}

    /**
     * A gully with a grating, level with the floor.
     *
     * @param id name
     * @param from one end
     * @param to other end
     * @param width m
     */
    record Gully(String id, Point from, Point to, double width) implements Structure {}

    /**
     * A cable tray.
     *
     * @param id name
     * @param points its course, at least two
     * @param width m
     */
    record CableTray(String id, List<Point> points, double width) implements Structure {
        /** Copies the list. */
        public CableTray {
            points = List.copyOf(points);
        }
    }

    /**
     * A way without railing between two floors, or from a floor to a ring: a short gangway.
     *
     * @param id name
     * @param area seen from above
     * @param elevation m
     * @param cover what it is made of
     */
    record Passage(String id, Area area, double elevation, Cover cover) implements Structure {}
}
