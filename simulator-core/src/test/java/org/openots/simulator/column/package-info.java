@NullMarked
package org.openots.simulator.column;

import org.jspecify.annotations.NullMarked;
