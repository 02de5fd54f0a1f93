@NullMarked
package org.openots.instructor.statistics;

import org.jspecify.annotations.NullMarked;
