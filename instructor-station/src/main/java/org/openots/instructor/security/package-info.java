@NullMarked
package org.openots.instructor.security;

import org.jspecify.annotations.NullMarked;
