/** Rubrics and the scoring of runs: step state machine, quality integral, penalties, evidence. */
@NullMarked
package org.openots.common.assessment;

import org.jspecify.annotations.NullMarked;
