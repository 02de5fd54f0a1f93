/** Saved state of a run: fixed-order binary writing and reading with a SHA-256 digest. */
@NullMarked
package org.openots.common.state;

import org.jspecify.annotations.NullMarked;
