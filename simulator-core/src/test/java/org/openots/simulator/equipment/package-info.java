@NullMarked
package org.openots.simulator.equipment;

import org.jspecify.annotations.NullMarked;
