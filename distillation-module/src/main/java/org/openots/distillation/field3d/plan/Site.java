package org.openots.distillation.field3d.plan;

import java.util.List;
import java.util.Optional;
import org.openots.simulator.plot.Area;
import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Inline;
import org.openots.simulator.plot.Line;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.Point;
import org.openots.simulator.plot.Structure;

/**
 * A plot plan with everything that follows from it. Fixtures, leaks, views and structures stand in the plan with places of the site
 * already.
 *
 * @param plan the plan
 * @param equipment in the order of the plan
 * @param routes pipes in the order of the plan
 * @param props supports of pipes
 * @param decks all that can be walked on, the ground first
 * @param railings around decks
 */
public record Site(
        PlotPlan plan,
        List<Standing> equipment,
        List<Route> routes,
        List<Prop> props,
        List<Deck> decks,
        List<Railing> railings) {
    /** Copies the lists. */
    public Site {
        equipment = List.copyOf(equipment);
        routes = List.copyOf(routes);
        props = List.copyOf(props);
        decks = List.copyOf(decks);
        railings = List.copyOf(railings);
    }

    /**
     * A piece of equipment in its place.
     *
     * @param plan from the plan
     * @param ahead its own axis ahead, level, length 1
     * @param left its own axis to the left, level, length 1
     * @param ports its nozzles in the order of the plan
     */
    public record Standing(Equipment plan, Point ahead, Point left, List<Port> ports) {
        /** Copies the list. */
        public Standing {
            ports = List.copyOf(ports);
        }
    }

    /**
     * A nozzle in its place.
     *
     * @param id name within the equipment
     * @param face middle of its face
     * @param outwards where it points, length 1
     * @param dn nominal diameter, mm
     */
    public record Port(String id, Point face, Point outwards, int dn) {}

    /**
     * A pipe in its place.
     *
     * @param line from the plan
     * @param points its course in the direction of flow: ends and corners, at least two, no two the same, no corner straight on
     * @param radius outer radius of the bare pipe, m
     * @param bend radius of its elbows to the pipe's axis, m
     * @param start how its first point ends
     * @param finish how its last point ends
     * @param fittings what is built in, in the direction of flow
     */
    public record Route(
            Line line,
            List<Point> points,
            double radius,
            double bend,
            Joint start,
            Joint finish,
            List<Fitting> fittings) {
        /** Copies the lists. */
        public Route {
            points = List.copyOf(points);
            fittings = List.copyOf(fittings);
        }

        /**
         * Outer radius with insulation.
         *
         * @return m
         */
        public double outside() {
            return radius + line.insulation();
        }
    }

    /** How a pipe ends. */
    public enum Joint {
        /** A flange on a nozzle. */
        FLANGE,
        /** A branch welded to another pipe; the point lies on the axis of that pipe. */
        TEE,
        /** At the border: see the plan's end. */
        BORDER
    }

    /**
     * Something built into a pipe, in its place.
     *
     * @param plan from the plan
     * @param at its middle on the pipe's axis
     * @param along direction of flow there, length 1
     * @param spindle where its spindle or head points, length 1, at right angles to {@code along}
     * @param length from face to face along the pipe, m
     * @param reach from the pipe's axis to the handwheel, lever or top of the actuator along the spindle, m
     * @param leg index of the leg of the course on which it sits
     */
    public record Fitting(Inline plan, Point at, Point along, Point spindle, double length, double reach, int leg) {
        /**
         * Where the hand goes or the eye looks.
         *
         * @return the place
         */
        public Point handle() {
            return at.plus(spindle.times(reach));
        }
    }

    /** How a pipe is held. */
    public enum Hold {
        /** On a short post from the floor. */
        POST,
        /** On a post taller than a person. */
        TALL_POST,
        /** By a rod from above. */
        HANGER,
        /** On a shoe that slides on a beam. */
        SHOE,
        /** On an arm from a column, a wall or a vessel. */
        BRACKET,
        /** Upright, by an arm from beside. */
        GUIDE,
        /** Upright, by a collar in a floor. */
        COLLAR
    }

    /**
     * A support of a pipe.
     *
     * @param kind how it holds the pipe
     * @param under where it holds the pipe: on the pipe's axis
     * @param hold where it stands or is fixed, m
     * @param radius outer radius of the pipe with insulation, m
     * @param along direction of the pipe, length 1
     */
    public record Prop(Hold kind, Point under, Point hold, double radius, Point along) {}

    /**
     * Something that can be walked on: a rectangle or a part of a ring.
     *
     * @param id of the structure it belongs to, {@code ground} for the ground
     * @param elevation m
     * @param area of a rectangle; the square around a ring
     * @param holes where nothing is
     * @param ring nothing for a rectangle
     * @param cover what it is made of
     */
    public record Deck(
            String id,
            double elevation,
            Area area,
            List<Area> holes,
            Optional<Structure.Ring> ring,
            Structure.Cover cover) {
        /** Copies the list. */
        public Deck {
            holes = List.copyOf(holes);
        }
    }

    /**
     * A railing with toe board.
     *
     * @param deck id of the structure it belongs to
     * @param points its course on the surface of the deck, at least two
     */
    public record Railing(String deck, List<Point> points) {
        /** Copies the list. */
        public Railing {
            points = List.copyOf(points);
        }
    }
}
