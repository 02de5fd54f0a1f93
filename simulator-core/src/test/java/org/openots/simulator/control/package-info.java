@NullMarked
package org.openots.simulator.control;

import org.jspecify.annotations.NullMarked;
