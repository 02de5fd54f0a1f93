/** Worksheets of the HAZOP module as the station runs them: what can be opened, and the scoring of what is submitted. */
@NullMarked
package org.openots.instructor.hazop;

import org.jspecify.annotations.NullMarked;
