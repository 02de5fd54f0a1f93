package org.openots.simulator.plot;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A pipe.
 *
 * @param id line number, unique
 * @param service what it carries
 * @param medium written on the pipe
 * @param dn nominal diameter, mm
 * @param insulation thickness, m; 0 for none
 * @param from where the flow begins
 * @param to where it ends
 * @param via moves between the two, in the direction of flow
 * @param inline what is built into it, in the direction of flow
 */
public record Line(
        String id,
        Service service,
        LocalText medium,
        int dn,
        double insulation,
        End from,
        End to,
        List<Move> via,
        List<Inline> inline) {
    /** Copies the lists. */
    public Line {
        via = List.copyOf(via);
        inline = List.copyOf(inline);
    }

    /** Where a pipe ends. */
    public sealed interface End {
        /**
         * On a nozzle.
         *
         * @param equipment id of the equipment
         * @param nozzle id of its nozzle
         */
        record OnNozzle(String equipment, String nozzle) implements End {}

        /**
         * At the border of the plant, in a wall, over a gully or in the open air.
         *
         * @param text for people
         * @param at where it ends
         * @param outwards where the pipe goes on or its mouth points
         * @param kind how it ends
         */
        record Border(LocalText text, Point at, Way outwards, Mouth kind) implements End {}

        /**
         * On another pipe.
         *
         * @param line id of the other pipe
         * @param near the branch is at the nearest point of the other pipe
         */
        record Tee(String line, Point near) implements End {}
    }

    /** How a pipe ends without a nozzle. */
    public enum Mouth {
        /** Goes on through a wall or out of sight. */
        THROUGH,
        /** Open to the air with a bend or hood: a vent. */
        VENT,
        /** Open above a gully or a funnel. */
        DRAIN,
        /** Flanged and blinded. */
        BLIND,
        /** A cock to draw a sample from. */
        COCK
    }

    /**
     * A straight move, or several one after the other: along the axes that are given, up first when it goes up, last when down.
     *
     * @param east to this east coordinate, m
     * @param north to this north coordinate, m
     * @param up to this elevation, m
     */
    public record Move(Optional<Double> east, Optional<Double> north, Optional<Double> up) {}
}
