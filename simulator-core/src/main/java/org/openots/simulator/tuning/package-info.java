/** Finding the dynamics of a loop and tuning its controller: step test, relay test, tuning rules. */
@NullMarked
package org.openots.simulator.tuning;

import org.jspecify.annotations.NullMarked;
