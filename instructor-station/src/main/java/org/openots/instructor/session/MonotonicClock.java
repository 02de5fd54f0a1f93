package org.openots.instructor.session;

/** A clock that only moves forward and has nothing to do with the date. */
@FunctionalInterface
public interface MonotonicClock {
    /**
     * The present reading.
     *
     * @return nanoseconds since an arbitrary instant
     */
    long nanos();

    /**
     * The clock of this computer.
     *
     * @return the clock
     */
    static MonotonicClock system() {
        return System::nanoTime;
    }
}
