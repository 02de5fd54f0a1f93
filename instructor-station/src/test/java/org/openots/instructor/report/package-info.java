/** Tests of printed reports. */
@NullMarked
package org.openots.instructor.report;

import org.jspecify.annotations.NullMarked;
