/** Final elements between the controllers or the field operator and the process. */
@NullMarked
package org.openots.simulator.actuation;

import org.jspecify.annotations.NullMarked;
