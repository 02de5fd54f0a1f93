@NullMarked
package org.openots.simulator.study;

import org.jspecify.annotations.NullMarked;
