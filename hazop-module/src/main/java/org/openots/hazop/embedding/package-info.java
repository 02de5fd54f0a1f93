/** Sentence embeddings, computed in this process without any network. */
@NullMarked
package org.openots.hazop.embedding;

import org.jspecify.annotations.NullMarked;
