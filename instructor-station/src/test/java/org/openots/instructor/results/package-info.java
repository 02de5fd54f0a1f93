@NullMarked
package org.openots.instructor.results;

import org.jspecify.annotations.NullMarked;
