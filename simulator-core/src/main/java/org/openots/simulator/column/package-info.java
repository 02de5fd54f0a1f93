/** Stages of a column: what passes between them and how they separate. */
@NullMarked
package org.openots.simulator.column;

import org.jspecify.annotations.NullMarked;
