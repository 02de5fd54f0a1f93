@NullMarked
package org.openots.instructor.scenario;

import org.jspecify.annotations.NullMarked;
