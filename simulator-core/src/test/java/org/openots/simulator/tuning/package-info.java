@NullMarked
package org.openots.simulator.tuning;

import org.jspecify.annotations.NullMarked;
