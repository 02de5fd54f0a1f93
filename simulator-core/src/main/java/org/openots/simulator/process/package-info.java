@NullMarked
package org.openots.simulator.process;

import org.jspecify.annotations.NullMarked;
