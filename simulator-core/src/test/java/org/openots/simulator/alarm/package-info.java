@NullMarked
package org.openots.simulator.alarm;

import org.jspecify.annotations.NullMarked;
