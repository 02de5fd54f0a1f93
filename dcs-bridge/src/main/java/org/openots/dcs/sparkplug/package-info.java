/** A host application of Sparkplug B 3.0: births, aliases, sequence numbers, deaths and requests for rebirth. */
@NullMarked
package org.openots.dcs.sparkplug;

import org.jspecify.annotations.NullMarked;
