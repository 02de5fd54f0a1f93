@NullMarked
package org.openots.instructor.session;

import org.jspecify.annotations.NullMarked;
