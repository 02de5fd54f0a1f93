@NullMarked
package org.openots.instructor.error;

import org.jspecify.annotations.NullMarked;
