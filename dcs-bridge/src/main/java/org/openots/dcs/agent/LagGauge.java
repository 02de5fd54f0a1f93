package org.openots.dcs.agent;

/**
 * Tells live frames from those that were held up: a frame is late when it took two seconds longer than the quickest one of
 * the last minute. Only differences count, so the two clocks need not agree.
 */
final class LagGauge {
    private static final long LATE_MILLIS = 2_000;
    private static final long HALF = 30_000_000_000L;

    private long quickest = Long.MAX_VALUE;
    private long quickestBefore = Long.MAX_VALUE;
    private long turned;
    private boolean begun;

    boolean late(long sourceMillis, long arrivalMillis, long arrivalNanos) {
        if (!begun || arrivalNanos - turned > HALF) {
            quickestBefore = begun && arrivalNanos - turned <= 2 * HALF ? quickest : Long.MAX_VALUE;
            quickest = Long.MAX_VALUE;
            turned = arrivalNanos;
            begun = true;
        }
        long lag = arrivalMillis - sourceMillis;
        quickest = Math.min(quickest, lag);
        return lag - Math.min(quickest, quickestBefore) > LATE_MILLIS;
    }
}
