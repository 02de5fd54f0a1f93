package org.openots.dcs.publish;

import java.util.List;
import java.util.Optional;

/**
 * Writes scans in the dialect of one gateway. Keeps what the dialect counts, so that there is one for each gateway; for
 * one thread at a time.
 */
public interface Encoder {
    /**
     * The last will of the next connection; to be taken before {@link #begin}.
     *
     * @param time now by the clock of the gateway, UTC in ms
     * @return the message, or nothing if the dialect has none
     */
    default Optional<Message> will(long time) {
        return Optional.empty();
    }

    /**
     * What is published when the gateway is connected.
     *
     * @param scan the present values
     * @return the messages in order
     */
    default List<Message> begin(Scan scan) {
        return List.of();
    }

    /**
     * What is published of a scan.
     *
     * @param scan the scan
     * @return the messages in order
     */
    List<Message> encode(Scan scan);

    /**
     * What is published before the gateway disconnects.
     *
     * @param time now by the clock of the gateway, UTC in ms
     * @return the messages in order
     */
    default List<Message> end(long time) {
        return List.of();
    }

    /**
     * Topics the gateway listens to.
     *
     * @return topic filters
     */
    default List<String> subscriptions() {
        return List.of();
    }

    /**
     * Takes a message on one of these topics.
     *
     * @param message the message
     * @return whether what {@link #begin} gives has to be published once more
     */
    default boolean asksForBirth(Message message) {
        return false;
    }
}
