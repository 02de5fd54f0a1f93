/** Turns a flowsheet file into a process model. */
@NullMarked
package org.openots.simulator.flowsheet;

import org.jspecify.annotations.NullMarked;
