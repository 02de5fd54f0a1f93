/** Joins the plants, rubrics and engine of the suite to the station. */
@NullMarked
package org.openots.instructor.content;

import org.jspecify.annotations.NullMarked;
