package org.openots.benchmarks.faultlab;

import java.nio.file.Path;
import java.util.Locale;
import org.openots.dcs.broker.BrokerProcess;

/** Brokers that are broken. */
enum BrokerKind {
    /** The mosquitto of this machine, with its own limits and nothing kept on disk. */
    MOSQUITTO,
    /** Moquette, the broker that the suite brings. */
    MOQUETTE;

    /** A broker of this kind, not started yet. */
    BrokerProcess at(Path folder, int port) {
        return this == MOSQUITTO
                ? BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port))
                : BrokerProcess.embedded(folder, port);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
