/** A small but real plant, a tank with pump, valve and heater, for the station's own tests. */
@NullMarked
package org.openots.instructor.tank;

import org.jspecify.annotations.NullMarked;
