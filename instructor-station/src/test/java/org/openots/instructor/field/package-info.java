/** Tests of what a field station may do and see. */
@org.jspecify.annotations.NullMarked
package org.openots.instructor.field;
