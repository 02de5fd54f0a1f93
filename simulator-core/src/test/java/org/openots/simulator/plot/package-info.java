/** Tests of plot plans. */
@NullMarked
package org.openots.simulator.plot;

import org.jspecify.annotations.NullMarked;
