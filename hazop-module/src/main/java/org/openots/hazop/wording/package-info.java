/** Wordings that people of a station add to what the suite knows: accepted wordings of key items, and words of the lexicon. */
@NullMarked
package org.openots.hazop.wording;

import org.jspecify.annotations.NullMarked;
