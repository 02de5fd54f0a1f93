/** Controllers: PID loops, cascades, ratio and control schemes. */
@NullMarked
package org.openots.simulator.control;

import org.jspecify.annotations.NullMarked;
