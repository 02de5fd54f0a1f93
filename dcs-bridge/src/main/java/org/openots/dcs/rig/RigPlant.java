package org.openots.dcs.rig;

import org.openots.common.error.OtsException;
import org.openots.simulator.plant.PackSource;

/**
 * The plant behind a virtual rig.
 *
 * @param files its pack
 * @param initialCondition where it starts, for example {@code normal}
 * @param seed seed of its noise and of all chance in instruments and gateway
 * @param mismatch which plant of those that differ from the pack it is; 0 for the pack itself
 * @param warmUpSeconds model time that passes before the gateway starts, s; a plant with a mismatch needs it to find its
 *     own steady state
 */
public record RigPlant(PackSource files, String initialCondition, long seed, int mismatch, double warmUpSeconds) {
    /** Sees that the mismatch is a number of one. */
    public RigPlant {
        if (mismatch < 0) {
            throw new OtsException(RigError.MISMATCH_NUMBER, mismatch);
        }
    }
}
