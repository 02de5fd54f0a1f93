@NullMarked
package org.openots.simulator.instrument;

import org.jspecify.annotations.NullMarked;
