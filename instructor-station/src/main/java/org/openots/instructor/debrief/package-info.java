/** What went wrong in a run and why: found by playing it again with one thing left out. */
@NullMarked
package org.openots.instructor.debrief;

import org.jspecify.annotations.NullMarked;
