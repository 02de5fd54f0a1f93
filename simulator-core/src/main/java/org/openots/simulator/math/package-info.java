/** Elementary functions for the process kernels. */
@NullMarked
package org.openots.simulator.math;

import org.jspecify.annotations.NullMarked;
