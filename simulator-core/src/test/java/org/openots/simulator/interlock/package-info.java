@NullMarked
package org.openots.simulator.interlock;

import org.jspecify.annotations.NullMarked;
