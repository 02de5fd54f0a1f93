/** A tag map against the messages that really come. */
@NullMarked
package org.openots.dcs.trial;

import org.jspecify.annotations.NullMarked;
