package org.openots.dcs.gate;

import java.util.Optional;
import org.openots.dcs.value.Sample;

/** The latest values of the rig. */
public interface RigValues {
    /**
     * The latest value of a tag.
     *
     * @param tag the tag
     * @return its sample with the quality that holds now; empty when there never was one
     */
    Optional<Sample> latest(String tag);

    /**
     * How old a sample is, whatever the clock of this machine shows: by the monotonic clock, with the time that it was held
     * back on its way.
     *
     * @param sample one of {@link #latest}
     * @return s
     */
    double ageSeconds(Sample sample);
}
