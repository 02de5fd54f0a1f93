/**
 * What stands in a plant, made of triangles: fittings, valves, instruments, machines, vessels, steelwork, furniture. Each shape
 * stands in axes of its own and knows nothing of where it goes. Measures in m; those without another source are what common
 * catalogues show, rounded: they are for the eye.
 */
@NullMarked
package org.openots.distillation.field3d.scene.model;

import org.jspecify.annotations.NullMarked;
