package org.openots.instructor.session;

/**
 * A fault to be armed by the instructor.
 *
 * @param key unique in the run, given by the station, for example {@code k3}
 * @param fault fault id of the plant pack
 * @param severity 0..1
 * @param rampSeconds model time from onset to full severity, seconds, 0 or more
 * @param delaySeconds model time from arming to onset, seconds, 0 or more
 * @param when condition that triggers the onset instead of the delay; empty when none
 * @param holdSeconds model time for which the condition must hold without a break, seconds
 */
public record FaultOrder(
        String key,
        String fault,
        double severity,
        double rampSeconds,
        double delaySeconds,
        String when,
        double holdSeconds) {
    /** The same with another delay, s. */
    FaultOrder delayed(double seconds) {
        return new FaultOrder(key, fault, severity, rampSeconds, seconds, when, holdSeconds);
    }
}
