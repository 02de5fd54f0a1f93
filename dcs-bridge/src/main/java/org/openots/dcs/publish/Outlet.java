package org.openots.dcs.publish;

/** Where messages go: a link to a broker, a file. Called by one thread at a time; must not block. */
@FunctionalInterface
public interface Outlet {
    /**
     * Takes a message.
     *
     * @param message the message
     */
    void publish(Message message);
}
