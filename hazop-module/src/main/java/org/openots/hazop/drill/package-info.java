/** Drills of abnormal situations: hidden faults in a running plant, what is asked, and how it is scored. */
@NullMarked
package org.openots.hazop.drill;

import org.jspecify.annotations.NullMarked;
