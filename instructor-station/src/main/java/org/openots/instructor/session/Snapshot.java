package org.openots.instructor.session;

/** Engine and scorer at one tick boundary; never changes after it is made. */
final class Snapshot {
    private final long tick;
    private final byte[] engine;
    private final byte[] scorer;

    Snapshot(long tick, byte[] engine, byte[] scorer) {
        this.tick = tick;
        this.engine = engine.clone();
        this.scorer = scorer.clone();
    }

    long tick() {
        return tick;
    }

    byte[] engine() {
        return engine.clone();
    }

    byte[] scorer() {
        return scorer.clone();
    }
}
