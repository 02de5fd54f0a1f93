package org.openots.dcs.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openots.dcs.publish.Message;

/** What a gateway publishes, and when. Never called by two threads at once. */
public interface LiveSource {
    /**
     * The last will of the next attempt to connect.
     *
     * @return the message, or nothing if the dialect has none
     */
    Optional<Message> will();

    /**
     * Topics it listens to.
     *
     * @return topic filters
     */
    List<String> subscriptions();

    /** There is a connection, for the first time or again: publishes what says who it is. */
    void connected();

    /**
     * Takes a message on one of its topics.
     *
     * @param message the message
     */
    void received(Message message);

    /**
     * Publishes what is due.
     *
     * @param elapsed time since the start by the monotonic clock, ns
     * @return when something is due next, ns since the start; empty when nothing comes any more
     */
    OptionalLong publishDue(long elapsed);

    /** Publishes what a gateway publishes before it disconnects. */
    void disconnecting();
}
