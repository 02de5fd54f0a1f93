package org.openots.dcs.sparkplug;

import java.util.List;
import java.util.OptionalLong;
import org.openots.dcs.payload.BadPayload;
import org.openots.dcs.payload.Item;

/** What comes out of a Sparkplug host. */
public interface SparkplugOutput {
    /**
     * Takes items in their right order.
     *
     * @param topic a topic of their node or device
     * @param items the items; their names are those of the metrics
     * @param sentAt when the message was sent by the clock of the node, UTC in ms; empty for items without message
     */
    void items(String topic, List<Item> items, OptionalLong sentAt);

    /**
     * Publishes a command to a node.
     *
     * @param topic its topic
     * @param payload its bytes
     */
    void publish(String topic, byte[] payload);

    /**
     * Takes note of a message that cannot be read.
     *
     * @param topic its topic
     * @param why what is wrong
     */
    void bad(String topic, BadPayload why);
}
