/**
 * The plot plan of a plant pack, {@code plot.json}: where everything stands, how each pipe runs and what can be taken in hand
 * where. Lengths are in m, elevations above the ground of the site, headings are of a compass: degrees clockwise from north.
 */
@NullMarked
package org.openots.simulator.plot;

import org.jspecify.annotations.NullMarked;
