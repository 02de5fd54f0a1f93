@NullMarked
package org.openots.common.signal;

import org.jspecify.annotations.NullMarked;
