@NullMarked
package org.openots.instructor;

import org.jspecify.annotations.NullMarked;
