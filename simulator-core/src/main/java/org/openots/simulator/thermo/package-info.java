@NullMarked
package org.openots.simulator.thermo;

import org.jspecify.annotations.NullMarked;
