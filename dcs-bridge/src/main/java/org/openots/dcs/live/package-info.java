/** Gateways of this program that publish to a real broker as time passes: the virtual rig and replays. */
@NullMarked
package org.openots.dcs.live;

import org.jspecify.annotations.NullMarked;
