@NullMarked
package org.openots.instructor.catalog;

import org.jspecify.annotations.NullMarked;
