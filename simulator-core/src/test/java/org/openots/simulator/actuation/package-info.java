@NullMarked
package org.openots.simulator.actuation;

import org.jspecify.annotations.NullMarked;
