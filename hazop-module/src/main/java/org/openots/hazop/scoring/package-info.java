/** Scores what students write in a worksheet against the key of a study: credit, zero with a reason, or an examiner. */
@NullMarked
package org.openots.hazop.scoring;

import org.jspecify.annotations.NullMarked;
