@NullMarked
package org.openots.instructor.people;

import org.jspecify.annotations.NullMarked;
