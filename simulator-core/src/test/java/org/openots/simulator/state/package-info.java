@NullMarked
package org.openots.simulator.state;

import org.jspecify.annotations.NullMarked;
