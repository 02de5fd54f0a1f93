/**
 * Trend pictures of runs: what is shown of a plant, what was recorded, and its drawing as SVG. Knows neither engine nor
 * command line.
 */
@NullMarked
package org.openots.instructor.headless.trend;

import org.jspecify.annotations.NullMarked;
