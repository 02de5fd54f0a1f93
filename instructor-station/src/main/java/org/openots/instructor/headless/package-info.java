/** Runs of a plant without a station: scripts, faults, scores, files of tags. */
@NullMarked
package org.openots.instructor.headless;

import org.jspecify.annotations.NullMarked;
