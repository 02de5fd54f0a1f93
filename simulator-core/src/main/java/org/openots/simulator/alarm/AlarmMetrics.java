package org.openots.simulator.alarm;

import java.util.List;
import java.util.Map;

/**
 * How good the alarms of a run were, by the measures of EEMUA 191 (3rd ed., 2013) and ISA-18.2 (2016, monitoring and assessment). All
 * times are model time, so the numbers are the same at any speed. An alarm counts each time it comes to the operator: each
 * change into the unacknowledged state.
 *
 * @param annunciations how many alarms came
 * @param perTenMinutes average rate, alarms per 10 min
 * @param peakTenMinutes most alarms in any 10 min
 * @param shareOverTen share of the 10-min periods since the beginning with more than ten alarms, 0..1
 * @param floods alarm floods, in order
 * @param floodShare share of the time spent in floods, 0..1
 * @param standing alarms that stand at the end
 * @param standingPeak most alarms that stood at once
 * @param stale names of alarms that stand at the end for more than 24 h
 * @param chattering names of alarms that came three times or more within a minute, in order of name
 * @param fleeting how often an alarm went within 10 s before anybody acknowledged it
 * @param meanAcknowledgeSeconds mean time from an alarm to its acknowledgement, s; NaN if none was acknowledged
 * @param byPriority alarms that came, by priority
 * @param worst the ten alarms that came most often
 */
public record AlarmMetrics(
        int annunciations,
        double perTenMinutes,
        int peakTenMinutes,
        double shareOverTen,
        List<Flood> floods,
        double floodShare,
        int standing,
        int standingPeak,
        List<String> stale,
        List<String> chattering,
        int fleeting,
        double meanAcknowledgeSeconds,
        Map<Integer, Integer> byPriority,
        List<Count> worst) {
    /** Copies the collections. */
    public AlarmMetrics {
        floods = List.copyOf(floods);
        stale = List.copyOf(stale);
        chattering = List.copyOf(chattering);
        byPriority = Map.copyOf(byPriority);
        worst = List.copyOf(worst);
    }

    /**
     * A flood: it begins when ten alarms came within 10 min and ends when fewer than five did.
     *
     * @param begin model time, s
     * @param end model time, s; the end of the run when it had not ended
     * @param alarms how many came from the first of the ten to the end
     */
    public record Flood(double begin, double end, int alarms) {}

    /**
     * How often one alarm came.
     *
     * @param alarm its name
     * @param times how often
     * @param share its share of all, 0..1
     */
    public record Count(String alarm, int times, double share) {}

    /**
     * Works the measures out.
     *
     * @param changes all changes of alarms of a run, in order
     * @param begin model time at which the run began, s
     * @param end model time at which it ended, s, after begin
     * @return the measures
     */
    public static AlarmMetrics of(List<AlarmChanged> changes, double begin, double end) {
        return new AlarmTimeline(changes, begin, end).metrics();
    }
}
