package org.openots.distillation.field3d.scene;

import org.joml.Matrix4fc;

/**
 * An archetype in one place.
 *
 * @param archetype index in the scene
 * @param place from the archetype's axes to the site's; may scale
 * @param tint 0xRRGGBBAA, multiplies the colour of the mesh; white leaves it
 * @param item index of the item it belongs to, -1 for none: it lights up with it
 */
public record Part(int archetype, Matrix4fc place, int tint, int item) {
    /** Leaves the colour of the mesh. */
    public static final int WHITE = 0xFFFFFFFF;
}
