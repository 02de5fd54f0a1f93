/** What a field station may do and see from where its operator stands. */
@NullMarked
package org.openots.instructor.field;

import org.jspecify.annotations.NullMarked;
