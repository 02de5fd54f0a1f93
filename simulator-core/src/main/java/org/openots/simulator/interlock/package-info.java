/** Interlocks of the cause-and-effect matrix and start permissives. */
@NullMarked
package org.openots.simulator.interlock;

import org.jspecify.annotations.NullMarked;
