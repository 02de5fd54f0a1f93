/**
 * Making triangles: lathe, sweep, boxes, beams, with colours and surfaces. Lengths in m, angles in radian. Knows nothing of
 * plants.
 */
@NullMarked
package org.openots.distillation.field3d.scene.mesh;

import org.jspecify.annotations.NullMarked;
