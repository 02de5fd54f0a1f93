@NullMarked
package org.openots.simulator.solver;

import org.jspecify.annotations.NullMarked;
