/** Statistics of scores: pure functions of tables of points, checked against an independent program. */
@NullMarked
package org.openots.instructor.statistics;

import org.jspecify.annotations.NullMarked;
