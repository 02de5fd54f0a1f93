/** The tag map: which item of which message is which tag of the plant, in which unit, and what may be believed of it. */
@NullMarked
package org.openots.dcs.map;

import org.jspecify.annotations.NullMarked;
