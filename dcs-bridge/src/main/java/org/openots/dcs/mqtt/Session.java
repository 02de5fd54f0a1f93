package org.openots.dcs.mqtt;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection by one client of the library, from its making to its end; a new one is made for every attempt. */
interface Session {
    /** Connects; waits. */
    void connect() throws SessionFailure;

    /** Subscribes; waits. Returns those the broker refused. */
    List<Subscription> subscribe(List<Subscription> wanted) throws SessionFailure;

    /** Takes subscriptions back; does not wait. */
    void unsubscribe(List<String> filters) throws SessionFailure;

    /** Hands a message to the library; false when too many are under way. Does not wait. */
    boolean publish(Outbound message) throws SessionFailure;

    /** Messages handed to the library that are not on their way, or not confirmed by the broker, yet. */
    int inflight();

    /** Sends a ping if one is due. */
    void ping();

    /** When anything came last, ns. */
    long lastInbound();

    /** Why reading failed first; null while it did not. */
    @Nullable
    IOException failure();

    /** Says goodbye and waits a little; to be abandoned after that. */
    void leave();

    /** Ends it without the broker's help; may wait for the library's threads. */
    void abandon();

    /** Cuts the connection at once, without waiting. */
    void cut();

    /** What happens on a session. Called by threads of the library. */
    interface Events {
        void received(String topic, byte[] payload, boolean retained);

        void publishDenied(String topic);

        void lost(@Nullable Throwable cause);
    }
}
