package org.openots.dcs.agent;

import org.openots.dcs.frame.Frame;
import org.openots.dcs.mqtt.Inbound;

/** Takes frames in order. Called by one thread at a time; must not wait. */
@FunctionalInterface
public interface FrameListener {
    /**
     * Takes a frame.
     *
     * @param frame the frame
     * @param arrival the message that made it due
     * @param historical whether it is no live frame
     */
    void received(Frame frame, Inbound arrival, boolean historical);
}
