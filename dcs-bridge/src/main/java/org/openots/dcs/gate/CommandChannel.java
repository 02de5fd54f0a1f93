package org.openots.dcs.gate;

/** The way to the rig, with credentials of its own. */
public interface CommandChannel {
    /**
     * Whether the rig can be reached now.
     *
     * @return false while there is no connection
     */
    boolean ready();

    /**
     * Sends a command now or never.
     *
     * @param command the command
     * @return whether it was sent; what was not is not sent later
     */
    boolean send(RigCommand command);
}
