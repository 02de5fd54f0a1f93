/**
 * The operator's body: where it can go, what it can reach and see, and the way from one place to another. Works in fixed steps on
 * the {@link org.openots.distillation.field3d.scene.Walkable} part of a scene; no graphics, no clock.
 */
@NullMarked
package org.openots.distillation.field3d.body;

import org.jspecify.annotations.NullMarked;
