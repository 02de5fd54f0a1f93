@NullMarked
package org.openots.simulator.math;

import org.jspecify.annotations.NullMarked;
