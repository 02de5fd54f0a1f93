/** Programs of the bridge that run beside a rig, without the station. */
@NullMarked
package org.openots.dcs.app;

import org.jspecify.annotations.NullMarked;
