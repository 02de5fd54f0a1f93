@NullMarked
package org.openots.common.unit;

import org.jspecify.annotations.NullMarked;
