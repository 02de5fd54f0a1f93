/** A hazard and operability study as data: records, readers of its file, and the rules it must obey. */
@NullMarked
package org.openots.hazop.study;

import org.jspecify.annotations.NullMarked;
