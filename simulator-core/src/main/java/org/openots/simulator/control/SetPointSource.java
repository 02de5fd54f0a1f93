package org.openots.simulator.control;

import org.jspecify.annotations.Nullable;

/**
 * Where a loop in CAS gets its set point.
 *
 * @param name the master loop or the flow, as in the pack
 * @param master the master loop or selector; null for a ratio
 * @param flow signal index of the flow of a ratio; -1 for a cascade
 * @param ratio the ratio's limits
 * @param bias the limits of what is added
 */
record SetPointSource(
        String name,
        @Nullable OutputSource master,
        int flow,
        SchemeDefinition.Ratio ratio,
        SchemeDefinition.Bias bias) {}
