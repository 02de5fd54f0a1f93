/** Scenarios: what happens in a run by itself, written by an instructor or taken from a run, with versions. */
@NullMarked
package org.openots.instructor.scenario;

import org.jspecify.annotations.NullMarked;
