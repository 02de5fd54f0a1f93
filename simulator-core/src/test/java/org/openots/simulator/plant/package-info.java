@NullMarked
package org.openots.simulator.plant;

import org.jspecify.annotations.NullMarked;
