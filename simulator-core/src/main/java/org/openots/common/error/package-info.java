@NullMarked
package org.openots.common.error;

import org.jspecify.annotations.NullMarked;
