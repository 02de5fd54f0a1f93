@NullMarked
package org.openots.simulator.operation;

import org.jspecify.annotations.NullMarked;
