/** Risk matrices as data, and layers of protection. */
@NullMarked
package org.openots.hazop.risk;

import org.jspecify.annotations.NullMarked;
