/** Plays what a study claims and says what was seen. */
@NullMarked
package org.openots.hazop.verification;

import org.jspecify.annotations.NullMarked;
