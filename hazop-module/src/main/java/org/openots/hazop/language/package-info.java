/** What words mean: the lexicon of process safety as data, and how concepts are found in what people write. */
@NullMarked
package org.openots.hazop.language;

import org.jspecify.annotations.NullMarked;
