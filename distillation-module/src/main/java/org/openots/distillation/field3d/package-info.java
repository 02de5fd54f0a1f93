/**
 * The 3D field station: the outside operator's half of the job, generated from the plot plan of a plant pack. Only {@code gl} and
 * {@code app} know the graphics library; everything that can be right or wrong is decided in the other packages and tested
 * without it.
 */
@NullMarked
package org.openots.distillation.field3d;

import org.jspecify.annotations.NullMarked;
