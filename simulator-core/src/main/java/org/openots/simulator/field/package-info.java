/** Tasks outside the control screens: protective equipment, inspection, samples, records. */
@NullMarked
package org.openots.simulator.field;

import org.jspecify.annotations.NullMarked;
