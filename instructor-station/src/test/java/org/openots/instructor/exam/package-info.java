@NullMarked
package org.openots.instructor.exam;

import org.jspecify.annotations.NullMarked;
