package org.openots.dcs.mqtt;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * A link to a broker that keeps itself up: it connects again and again until it is closed, and subscribes anew each time.
 * Messages go into the {@link InboundRing} it was made with. Nothing is kept for later: what must not be lost is sent
 * again by those who sent it.
 */
public interface MqttLink extends AutoCloseable {
    /**
     * How it is now.
     *
     * @return the state
     */
    LinkState state();

    /**
     * Tells of every change, beginning with the state as it is.
     *
     * @param listener called by the link's own thread, and must not wait
     */
    void listen(Consumer<LinkState> listener);

    /**
     * Replaces all subscriptions; those of a broken connection are made again by themselves.
     *
     * @param wanted the subscriptions
     */
    void subscribe(Collection<Subscription> wanted);

    /**
     * Publishes a message. Never waits.
     *
     * @param message the message
     * @return what became of it
     */
    Published publish(Outbound message);

    /**
     * What happened so far.
     *
     * @return the counts
     */
    LinkCounts counts();

    /** Says goodbye to the broker and ends all threads. */
    @Override
    void close();

    /** What becomes of a message. */
    enum Published {
        /** It is under way. */
        SENT,
        /** Too many are under way; try again soon. */
        BUSY,
        /** There is no connection. */
        DOWN
    }
}
