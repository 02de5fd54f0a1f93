/** Worksheets on the example study. */
@NullMarked
package org.openots.instructor.hazop;

import org.jspecify.annotations.NullMarked;
