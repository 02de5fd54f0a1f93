/** Alarms with the states of ISA-18.2. */
@NullMarked
package org.openots.simulator.alarm;

import org.jspecify.annotations.NullMarked;
