package org.openots.simulator.fault;

/**
 * An instructor's or a paper's order to inject a fault.
 *
 * @param tick tick at whose start the order takes effect
 * @param sequence position among all orders and commands of the run
 * @param key distinguishes several injections of one run
 * @param fault id of the fault
 * @param strength 0..1 of the full effect
 * @param rampSeconds time over which it grows, s; negative for the fault's own
 * @param delaySeconds time until it starts, s
 * @param when condition that must hold before it starts; empty for none
 * @param holdSeconds how long the condition must hold, s
 */
public record FaultOrder(
        long tick,
        long sequence,
        String key,
        String fault,
        double strength,
        double rampSeconds,
        double delaySeconds,
        String when,
        double holdSeconds) {}
