package org.openots.distillation.field3d.body;

import java.util.List;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/**
 * A way from one place to another.
 *
 * @param legs one after the other; empty when one is there already
 * @param metres length, with the height of ladders
 */
public record Route(List<Leg> legs, double metres) {
    /** Copies the list. */
    public Route {
        legs = List.copyOf(legs);
    }

    /** A part of the way. */
    public sealed interface Leg {
        /**
         * Where it ends.
         *
         * @return m
         */
        Vector3fc to();
    }

    /**
     * Straight over the floor or a flight of stairs.
     *
     * @param to where it ends, m
     */
    public record Walk(Vector3fc to) implements Leg {}

    /**
     * A ladder.
     *
     * @param ladder index in the scene
     * @param up true upward
     * @param to where one stands afterwards, m
     */
    public record Climb(int ladder, boolean up, Vector3fc to) implements Leg {}

    /**
     * The corners of the way, to be drawn as arrows.
     *
     * @return the ends of the legs, m
     */
    public List<Vector3fc> corners() {
        return legs.stream().<Vector3fc>map(leg -> new Vector3f(leg.to())).toList();
    }
}
