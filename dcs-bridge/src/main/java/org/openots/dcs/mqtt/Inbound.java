package org.openots.dcs.mqtt;

/**
 * A message that came.
 *
 * @param topic where
 * @param payload its bytes, a copy
 * @param retained whether the broker had kept it: it may be old
 * @param arrivalTime when it came by the clock of this machine, UTC in ms
 * @param arrivalNanos when it came by the monotonic clock, ns
 */
public record Inbound(String topic, byte[] payload, boolean retained, long arrivalTime, long arrivalNanos) {}
