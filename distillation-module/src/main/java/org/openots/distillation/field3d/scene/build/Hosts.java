package org.openots.distillation.field3d.scene.build;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.simulator.field.InspectionDefect;

/** Things that can have a defect: each says where it is and how its defect is shown. */
final class Hosts {
    private final Map<InspectionDefect, List<Host>> all = new EnumMap<>(InspectionDefect.class);

    /** How a defect of a thing is shown. */
    interface Show {
        /**
         * Adds the parts.
         *
         * @param signal that is 1 while the defect is there
         * @param eye of somebody who stands in front of the check point
         */
        void on(String signal, Vector3fc eye);
    }

    /**
     * A thing.
     *
     * @param at where it is, m
     * @param bias so much farther off it counts: another kind of thing shows the defect better, m
     * @param show how
     */
    record Host(Vector3fc at, double bias, Show show) {
        double far(Vector3fc from) {
            return at.distance(from) + bias;
        }
    }

    void add(InspectionDefect defect, Vector3fc at, double bias, Show show) {
        all.computeIfAbsent(defect, key -> new ArrayList<>()).add(new Host(new Vector3f(at), bias, show));
    }

    void add(InspectionDefect defect, Vector3fc at, Show show) {
        add(defect, at, 0, show);
    }

    /** The nearest thing that can have a defect; of two as near the one that was added first. */
    Optional<Host> nearest(InspectionDefect defect, Vector3fc from, double limit) {
        Host best = null;
        for (Host host : all.getOrDefault(defect, List.of())) {
            if (host.far(from) <= limit && (best == null || host.far(from) < best.far(from))) {
                best = host;
            }
        }
        return Optional.ofNullable(best);
    }
}
