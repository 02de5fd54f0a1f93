package org.openots.distillation.field3d.scene;

/**
 * A shape that stands in many places.
 *
 * @param name for reports, for example {@code handwheel-200}
 * @param mesh around its own origin
 */
public record Archetype(String name, Mesh mesh) {}
