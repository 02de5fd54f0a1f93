@NullMarked
package org.openots.instructor.debrief;

import org.jspecify.annotations.NullMarked;
