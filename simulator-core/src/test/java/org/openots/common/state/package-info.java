@NullMarked
package org.openots.common.state;

import org.jspecify.annotations.NullMarked;
