package org.openots.dcs.mqtt;

import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;

/**
 * How long to wait before the next attempt: doubling from half a second, with chance so that many clients do not come all
 * at once. Where nobody listens an attempt costs nothing, so the wait ends at 1.5 s and a broker is found within 2 s of
 * its start, the attempt included; so does it behind a forwarded port, which takes a connection and ends it while the
 * broker is down. An answer that refuses is asked for again after 5 s, and what only a person can change after a minute.
 */
final class BackOff {
    private static final long FIRST = 500;
    private static final long MOST_UNHEARD = 1_500;
    private static final long MOST_REFUSED = 5_000;
    private static final long FOR_A_PERSON = 60_000;

    private final RandomGenerator random;
    private long next = FIRST;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    void connected() {
        next = FIRST;
    }

    /** The wait after an attempt that failed, ms. */
    long after(OtsException problem) {
        if (Problems.needsPerson(problem)) {
            return FOR_A_PERSON;
        }
        boolean unheard = problem.errorCode() == MqttError.NOBODY_LISTENS
                || problem.errorCode() == MqttError.NO_ANSWER
                || problem.errorCode() == MqttError.CLOSED_EARLY
                || problem.errorCode() == MqttError.LOST
                || problem.errorCode() == MqttError.HALF_OPEN;
        long longest = Math.min(next, unheard ? MOST_UNHEARD : MOST_REFUSED);
        next = Math.min(2 * next, MOST_REFUSED);
        return Math.max(FIRST, longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
