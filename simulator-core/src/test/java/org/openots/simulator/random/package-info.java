@NullMarked
package org.openots.simulator.random;

import org.jspecify.annotations.NullMarked;
