package org.openots.dcs.gate;

import java.util.Optional;
import org.openots.dcs.value.Sample;

/** The latest values of the rig. */
@FunctionalInterface
public interface RigValues {
    /**
     * The latest value of a tag.
     *
     * @param tag the tag
     * @return its sample with the quality that holds now; empty when there never was one
     */
    Optional<Sample> latest(String tag);
}
