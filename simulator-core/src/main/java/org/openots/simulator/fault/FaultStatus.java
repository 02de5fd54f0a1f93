package org.openots.simulator.fault;

/**
 * How an injection stands; for the instructor only.
 *
 * @param order what was ordered
 * @param phase where it is in its life
 * @param level present share of the full effect, 0..1
 * @param sinceTick tick at which it entered the phase
 */
public record FaultStatus(FaultOrder order, Phase phase, double level, long sinceTick) {
    /** Life of an injection. */
    public enum Phase {
        /** Waits for its delay or condition. */
        ARMED,
        /** Grows. */
        RAMPING,
        /** Acts in full. */
        ACTIVE,
        /** Taken back. */
        WITHDRAWN
    }
}
