@NullMarked
package org.openots.instructor.skill;

import org.jspecify.annotations.NullMarked;
