/** Messages of gateways, each in the dialect its maker chose, read into items. */
@NullMarked
package org.openots.dcs.payload;

import org.jspecify.annotations.NullMarked;
