package org.openots.dcs.mqtt;

/**
 * A message to publish.
 *
 * @param topic where
 * @param payload its bytes
 * @param qos 0 or 1
 * @param retained whether the broker keeps it for later subscribers
 */
public record Outbound(String topic, byte[] payload, int qos, boolean retained) {
    /** Sees that the quality of service is one that is used here. */
    public Outbound {
        Subscription.requireQos(topic, qos);
    }
}
