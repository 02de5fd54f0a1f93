/** Simple estimates of what follows when a hazardous material leaves a plant: release, pool, fire, cloud, exposure. */
@NullMarked
package org.openots.simulator.consequence;

import org.jspecify.annotations.NullMarked;
