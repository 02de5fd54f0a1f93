/** A study against the plant pack it speaks of: names, orders, effects, independence of protection layers. */
@NullMarked
package org.openots.hazop.plant;

import org.jspecify.annotations.NullMarked;
