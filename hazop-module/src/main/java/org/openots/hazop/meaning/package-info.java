/** What a statement says, as claims about things and their states, and how two statements agree. */
@NullMarked
package org.openots.hazop.meaning;

import org.jspecify.annotations.NullMarked;
