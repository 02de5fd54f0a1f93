package org.openots.dcs.publish;

/**
 * A message to a broker.
 *
 * @param topic its topic
 * @param payload its bytes
 * @param retained whether the broker keeps it for those who subscribe later
 */
public record Message(String topic, byte[] payload, boolean retained) {}
