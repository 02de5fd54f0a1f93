@NullMarked
package org.openots.instructor.upkeep;

import org.jspecify.annotations.NullMarked;
