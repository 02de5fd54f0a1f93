/** A real rig, or a recording of one, as a source of plant frames. */
@NullMarked
package org.openots.dcs.source;

import org.jspecify.annotations.NullMarked;
