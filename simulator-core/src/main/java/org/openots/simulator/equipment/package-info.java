/** Equipment around a column: exchangers, heaters, pumps, lines, vents, utilities. */
@NullMarked
package org.openots.simulator.equipment;

import org.jspecify.annotations.NullMarked;
