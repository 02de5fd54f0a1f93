@NullMarked
package org.openots.hazop;

import org.jspecify.annotations.NullMarked;
