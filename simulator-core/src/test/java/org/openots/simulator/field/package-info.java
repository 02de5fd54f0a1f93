@NullMarked
package org.openots.simulator.field;

import org.jspecify.annotations.NullMarked;
