/** The signals of a plant, what may be believed of them, and where they come from. */
@NullMarked
package org.openots.common.signal;

import org.jspecify.annotations.NullMarked;
