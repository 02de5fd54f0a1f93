package org.openots.dcs.mqtt;

import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;

/** Opens links. */
public final class MqttLinks {
    private MqttLinks() {}

    /**
     * Opens a link, which begins to connect at once and returns without waiting.
     *
     * @param settings what it needs to know
     * @param inbox where messages go
     * @param clock the clocks
     * @param random spreads the attempts of many clients
     * @return the link
     * @throws OtsException if a file of TLS cannot be used
     */
    public static MqttLink open(LinkSettings settings, InboundRing inbox, LinkClock clock, RandomGenerator random) {
        SupervisedLink link = new SupervisedLink(settings, inbox, clock, random);
        link.start();
        return link;
    }
}
