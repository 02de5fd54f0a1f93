@NullMarked
package org.openots.common.text;

import org.jspecify.annotations.NullMarked;
