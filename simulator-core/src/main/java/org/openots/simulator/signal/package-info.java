/** The board of named signals that the parts of the automation share inside a tick. */
@NullMarked
package org.openots.simulator.signal;

import org.jspecify.annotations.NullMarked;
