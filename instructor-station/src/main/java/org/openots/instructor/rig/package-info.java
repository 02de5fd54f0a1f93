/** The school's rig in the station: its bridge, its set-up files and its watch. */
@NullMarked
package org.openots.instructor.rig;

import org.jspecify.annotations.NullMarked;
