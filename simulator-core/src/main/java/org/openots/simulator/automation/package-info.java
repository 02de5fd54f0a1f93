/** Everything between the operator and the process of a plant, built from its pack files. */
@NullMarked
package org.openots.simulator.automation;

import org.jspecify.annotations.NullMarked;
