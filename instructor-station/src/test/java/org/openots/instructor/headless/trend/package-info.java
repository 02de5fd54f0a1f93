@NullMarked
package org.openots.instructor.headless.trend;

import org.jspecify.annotations.NullMarked;
