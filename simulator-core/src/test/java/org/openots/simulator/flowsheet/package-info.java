@NullMarked
package org.openots.simulator.flowsheet;

import org.jspecify.annotations.NullMarked;
