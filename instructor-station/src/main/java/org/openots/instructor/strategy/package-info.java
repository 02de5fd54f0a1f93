/** Training and exam strategies: what may be run, how the simulator behaves, how it is scored and who sees what. */
@NullMarked
package org.openots.instructor.strategy;

import org.jspecify.annotations.NullMarked;
