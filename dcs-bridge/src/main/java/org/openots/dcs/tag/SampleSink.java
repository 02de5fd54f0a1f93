package org.openots.dcs.tag;

import org.openots.dcs.value.Sample;

/** Takes samples. Called by one thread at a time; must not block. */
@FunctionalInterface
public interface SampleSink {
    /**
     * Takes a sample.
     *
     * @param tag the plant's name of the tag
     * @param sample the sample
     * @param historical whether it comes late and is no live value
     */
    void accept(String tag, Sample sample, boolean historical);
}
