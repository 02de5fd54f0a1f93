@NullMarked
package org.openots.instructor.app;

import org.jspecify.annotations.NullMarked;
