@NullMarked
package org.openots.instructor.store;

import org.jspecify.annotations.NullMarked;
