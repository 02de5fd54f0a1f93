/** Transmitters, analysers and calculated tags between the process and the signals. */
@NullMarked
package org.openots.simulator.instrument;

import org.jspecify.annotations.NullMarked;
