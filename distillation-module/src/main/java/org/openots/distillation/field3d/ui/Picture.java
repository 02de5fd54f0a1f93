package org.openots.distillation.field3d.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Panels laid out: what is painted, where something happens, and which areas are taken.
 *
 * @param shapes in the order of painting
 * @param hits in the order of the Tab key
 * @param areas of the panels, which do not overlap
 */
public record Picture(List<Shape> shapes, List<Hit> hits, List<Box> areas) {
    /** Copies the lists. */
    public Picture {
        shapes = List.copyOf(shapes);
        hits = List.copyOf(hits);
        areas = List.copyOf(areas);
    }

    /**
     * Paints everything.
     *
     * @param canvas to paint on
     */
    public void paint(Canvas canvas) {
        shapes.forEach(shape -> shape.paint(canvas));
    }

    /**
     * What is under the pointer.
     *
     * @param x px
     * @param y px
     * @return the topmost, null for nothing
     */
    public @Nullable Hit at(float x, float y) {
        for (int i = hits.size() - 1; i >= 0; i--) {
            if (hits.get(i).box().contains(x, y)) {
                return hits.get(i);
            }
        }
        return null;
    }

    /**
     * A hit by its name.
     *
     * @param id of the hit
     * @return null if there is none of that name
     */
    public @Nullable Hit named(String id) {
        for (Hit hit : hits) {
            if (hit.id().equals(id)) {
                return hit;
            }
        }
        return null;
    }

    /**
     * Whether a point lies on a panel, so that a click does not go to the plant.
     *
     * @param x px
     * @param y px
     * @return true if so
     */
    public boolean covers(float x, float y) {
        return areas.stream().anyMatch(area -> area.contains(x, y));
    }
}
