/** Breaks the way from a rig to the bridge in every way that is known, and counts what arrives. */
@NullMarked
package org.openots.benchmarks.faultlab;

import org.jspecify.annotations.NullMarked;
