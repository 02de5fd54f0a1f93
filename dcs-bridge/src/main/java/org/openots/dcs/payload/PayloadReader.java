package org.openots.dcs.payload;

import java.util.List;

/** Reads the messages of one dialect. */
public interface PayloadReader {
    /**
     * Reads a message.
     *
     * @param topic the topic it came on
     * @param payload its bytes
     * @return its items in the order of the message
     * @throws BadPayload if the bytes are no message of the dialect; nothing of it is used
     */
    List<Item> read(String topic, byte[] payload) throws BadPayload;
}
