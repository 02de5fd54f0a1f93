/** What keeps a station well: how it is, backups of its data, and bringing them back. */
@NullMarked
package org.openots.instructor.upkeep;

import org.jspecify.annotations.NullMarked;
