@NullMarked
package org.openots.dcs;

import org.jspecify.annotations.NullMarked;
