/**
 * From a resolved site to what can be drawn, walked on and taken in hand: meshes, parts that move, items, floors, signs. All
 * lengths in m, x east, y up, z south; no graphics library.
 */
@NullMarked
package org.openots.distillation.field3d.scene;

import org.jspecify.annotations.NullMarked;
