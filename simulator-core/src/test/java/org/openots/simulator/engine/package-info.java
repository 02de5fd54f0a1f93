@NullMarked
package org.openots.simulator.engine;

import org.jspecify.annotations.NullMarked;
