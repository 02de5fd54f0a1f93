package org.openots.distillation.field3d.scene;

import java.util.List;
import org.joml.Vector3fc;

/**
 * Everything of a plant that can be drawn, walked on and taken in hand. It does not change; what moves is told by
 * {@link Motion} and the signals.
 *
 * @param plant id of the pack
 * @param cells what stands still, cut into cells of the site so that what is out of sight is not drawn
 * @param archetypes shapes of the parts
 * @param parts in order of their archetype
 * @param motions how parts follow signals
 * @param labels words in the world
 * @param items what can be looked at or taken in hand
 * @param walk where one can go
 * @param leaks where something can come out
 * @param views places to stand and look; the first is where one starts
 * @param lamps for the night
 * @param low corner of the box around everything but the surroundings, m
 * @param high the other corner, m
 */
public record Scene(
        String plant,
        List<Mesh> cells,
        List<Archetype> archetypes,
        List<Part> parts,
        List<Motion> motions,
        List<Label> labels,
        List<Item> items,
        Walkable walk,
        List<LeakPoint> leaks,
        List<View> views,
        List<Lamp> lamps,
        Vector3fc low,
        Vector3fc high) {
    /** Copies the lists. */
    public Scene {
        cells = List.copyOf(cells);
        archetypes = List.copyOf(archetypes);
        parts = List.copyOf(parts);
        motions = List.copyOf(motions);
        labels = List.copyOf(labels);
        items = List.copyOf(items);
        leaks = List.copyOf(leaks);
        views = List.copyOf(views);
        lamps = List.copyOf(lamps);
    }

    /**
     * What is drawn when all of it is in sight.
     *
     * @return triangles of the cells and of all parts
     */
    public long triangles() {
        long still = cells.stream().mapToLong(Mesh::triangles).sum();
        return still
                + parts.stream()
                        .mapToLong(
                                part -> archetypes.get(part.archetype()).mesh().triangles())
                        .sum();
    }
}
