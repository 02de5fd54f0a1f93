/** Tests of runs without a station. */
@NullMarked
package org.openots.instructor.headless;

import org.jspecify.annotations.NullMarked;
