/** How parts of the automation are operated and impaired, and what they report. */
@NullMarked
package org.openots.simulator.operation;

import org.jspecify.annotations.NullMarked;
