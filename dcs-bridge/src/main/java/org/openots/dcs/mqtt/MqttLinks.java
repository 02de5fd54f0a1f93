package org.openots.dcs.mqtt;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.openots.common.error.OtsException;

/** Opens links. */
public final class MqttLinks {
    /**
     * The library's own log, kept so that its level is not lost. It writes a stack trace of every connection that ends while
     * it is being made; our supervisor says the same in a sentence with what to do.
     */
    private static final Logger LIBRARY = Logger.getLogger("org.eclipse.paho");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

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
        return open(settings, Optional::empty, inbox, clock, random);
    }

    /**
     * Opens a link that leaves another will with every connection, as the numbers of Sparkplug's deaths need it.
     *
     * @param settings what it needs to know
     * @param wills asked before every attempt by the link's own thread; empty for that of the settings
     * @param inbox where messages go
     * @param clock the clocks
     * @param random spreads the attempts of many clients
     * @return the link
     * @throws OtsException if a file of TLS cannot be used
     */
    public static MqttLink open(
            LinkSettings settings,
            Supplier<Optional<Outbound>> wills,
            InboundRing inbox,
            LinkClock clock,
            RandomGenerator random) {
        SupervisedLink link = new SupervisedLink(settings, wills, inbox, clock, random);
        link.start();
        return link;
    }
}
