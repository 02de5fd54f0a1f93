@NullMarked
package org.openots.simulator.automation;

import org.jspecify.annotations.NullMarked;
