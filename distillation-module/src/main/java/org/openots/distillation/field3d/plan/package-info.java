/**
 * From the plot plan of a pack to a resolved site: where every nozzle is, how every pipe runs and where on it each valve sits, which
 * floors there are and where their railings stand; and the checks that tell whether such a plant can be built and walked.
 * Axes are those of the file: east, north, up; m.
 */
@NullMarked
package org.openots.distillation.field3d.plan;

import org.jspecify.annotations.NullMarked;
