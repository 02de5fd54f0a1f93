@NullMarked
package org.openots.simulator.fault;

import org.jspecify.annotations.NullMarked;
