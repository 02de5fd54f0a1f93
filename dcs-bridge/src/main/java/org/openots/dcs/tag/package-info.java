/** The latest values of all tags, and who is told of new ones. */
@NullMarked
package org.openots.dcs.tag;

import org.jspecify.annotations.NullMarked;
