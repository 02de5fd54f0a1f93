/** Seeded random numbers whose state is part of the saved run. */
@NullMarked
package org.openots.simulator.random;

import org.jspecify.annotations.NullMarked;
