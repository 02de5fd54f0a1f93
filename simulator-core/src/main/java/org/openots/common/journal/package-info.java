/** The append-only, hash-chained event log of a session; its format is in {@code docs/data-formats/journal.md}. */
@NullMarked
package org.openots.common.journal;

import org.jspecify.annotations.NullMarked;
