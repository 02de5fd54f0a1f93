/** Gateways of this program. */
package org.openots.dcs.live;
