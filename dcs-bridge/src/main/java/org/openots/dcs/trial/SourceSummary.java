package org.openots.dcs.trial;

import org.openots.dcs.map.Dialect;

/**
 * What came on one topic filter of a map during a trial.
 *
 * @param topic the filter
 * @param dialect form of its messages
 * @param messages messages that came
 * @param good tags whose last value was good
 * @param uncertain tags whose last value was uncertain
 * @param bad tags whose last value was bad
 * @param never tags without any value
 * @param clockOffset what the clock behind it is behind this machine, ms
 */
public record SourceSummary(
        String topic, Dialect dialect, int messages, int good, int uncertain, int bad, int never, long clockOffset) {}
