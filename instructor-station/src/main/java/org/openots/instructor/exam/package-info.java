/** Exams held by sealed strategies: papers, exam time, rooms, hand-in, results, and the folder that proves them. */
@NullMarked
package org.openots.instructor.exam;

import org.jspecify.annotations.NullMarked;
