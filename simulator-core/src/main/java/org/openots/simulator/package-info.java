@NullMarked
package org.openots.simulator;

import org.jspecify.annotations.NullMarked;
