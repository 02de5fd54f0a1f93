package org.openots.dcs.influx;

import java.util.Optional;
import org.openots.common.error.OtsException;

/**
 * How a sink is.
 *
 * @param written lines that were taken
 * @param dropped samples dropped because the queue was full, or left over at the end
 * @param refused lines that the target will never take
 * @param retries writes that failed and were tried again
 * @param waiting samples in the queue
 * @param problem what is wrong, or was last; empty after a write that was taken
 */
public record InfluxStatus(
        long written, long dropped, long refused, long retries, int waiting, Optional<OtsException> problem) {}
