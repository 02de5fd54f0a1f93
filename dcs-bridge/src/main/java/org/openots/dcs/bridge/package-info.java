/** The bridge to a rig at work: link, intake, history and source in one. */
@NullMarked
package org.openots.dcs.bridge;

import org.jspecify.annotations.NullMarked;
