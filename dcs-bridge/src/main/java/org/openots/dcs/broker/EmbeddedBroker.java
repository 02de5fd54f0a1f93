package org.openots.dcs.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Properties;
import org.openots.common.error.OtsException;

/**
 * The broker for a class, a demonstration and tests, without anything to install: Moquette on loopback, in memory, in a
 * process of its own, because its threads and its heap must not be ours. For a real rig there is mosquitto.
 */
public final class EmbeddedBroker {
    private static final int LAST_PORT = 65_535;

    private EmbeddedBroker() {}

    /**
     * Runs the broker until the process is ended.
     *
     * @param args the port
     * @throws IOException if the port cannot be used
     */
    public static void main(String[] args) throws IOException {
        try {
            start(port(args.length == 1 ? args[0] : String.join(" ", args)));
        } catch (OtsException e) {
            System.err.println(e.errorCode().code() + " " + e.messageIn(Locale.CHINA));
            System.err.println(e.errorCode().code() + " " + e.messageIn(Locale.ENGLISH));
            System.exit(2);
        }
    }

    /** Whoever started it holds its standard input; when that ends, however it ended, the broker ends too. */
    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        } catch (IOException e) {
            System.exit(1);
        }
    }

    private static int port(String typed) {
        try {
            int port = Integer.parseInt(typed);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new OtsException(BrokerError.BAD_PORT, typed);
        }
        throw new OtsException(BrokerError.BAD_PORT, typed);
    }

    static void start(int port) throws IOException {
        Properties settings = new Properties();
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(256 * 1024));
        Server server = new Server();
        server.startServer(new MemoryConfig(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stopServer, "broker-stop"));
        Thread watch = new Thread(EmbeddedBroker::endWithParent, "broker-parent");
        watch.setDaemon(true);
        watch.start();
        System.out.println("openots broker listens on 127.0.0.1:" + server.getPort());
    }
}
