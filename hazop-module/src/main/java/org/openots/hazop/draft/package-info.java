/** Drafts of studies made by simulation, for people to edit. */
@NullMarked
package org.openots.hazop.draft;

import org.jspecify.annotations.NullMarked;
