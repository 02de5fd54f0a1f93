package org.openots.dcs.broker;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/** A broker as a child process of this program, on a loopback port. It can be killed and started again. */
public final class BrokerProcess implements AutoCloseable {
    private static final int POLL_MILLIS = 20;

    /** 20 s: a Java virtual machine on a busy machine. */
    private static final int POLLS = 1000;

    /** Below the ports of outgoing connections: Linux gives them from 32768, Windows from 49152. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;
    private static final int PORTS_TRIED = 500;

    /** A broker that cannot have its port ends within this time of its start, ms. */
    private static final int REFUSED_MILLIS = 100;

    /** Ports given by {@link #freePort}: two that ask at once must not get the same. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final List<String> command;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    private BrokerProcess(List<String> command, int port, Path log) {
        this.command = List.copyOf(command);
        this.port = port;
        this.log = log;
    }

    /**
     * The mosquitto of this machine, not started yet.
     *
     * @param folder where its configuration and log go
     * @param port its port
     * @param configuration the lines of its configuration
     * @return the broker
     * @throws OtsException if mosquitto is not installed
     */
    public static BrokerProcess mosquitto(Path folder, int port, List<String> configuration) {
        Path file = folder.resolve("mosquitto-" + port + ".conf");
        try {
            Files.write(file, configuration, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
        return new BrokerProcess(
                List.of(executable(), "-c", file.toString()), port, folder.resolve("mosquitto-" + port + ".log"));
    }

    /**
     * Lines for a mosquitto that anybody on this machine may use and that forgets everything when it ends.
     *
     * @param port its port
     * @return the lines
     */
    public static List<String> open(int port) {
        return List.of("listener " + port + " 127.0.0.1", "allow_anonymous true", "persistence false", "user root");
    }

    /**
     * The broker in this program, as a process of its own, not started yet.
     *
     * @param folder where its log goes
     * @param port its port
     * @return the broker
     */
    public static BrokerProcess embedded(Path folder, int port) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedBroker.class.getName(),
                Integer.toString(port));
        return new BrokerProcess(command, port, folder.resolve("embedded-" + port + ".log"));
    }

    private static String executable() {
        List<String> folders =
                new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
        folders.add("/usr/sbin");
        folders.add("/usr/local/sbin");
        folders.add("/opt/homebrew/sbin");
        return folders.stream()
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, "mosquitto"), Path.of(folder, "mosquitto.exe")))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new OtsException(BrokerError.NO_MOSQUITTO))
                .toString();
    }

    /**
     * A port of this machine that nobody uses now. It is not one of those that the system gives to outgoing connections, of
     * which one could take it before the broker does, and is given once in a program.
     *
     * @return the port
     */
    public static int freePort() {
        for (int i = 0; i < PORTS_TRIED; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            if (!GIVEN.add(port)) {
                continue;
            }
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // somebody has it: the next
            } catch (IOException e) {
                throw FileErrors.unwritable("127.0.0.1:" + port, e);
            }
        }
        throw new OtsException(BrokerError.NO_PORT, LOWEST_PORT, HIGHEST_PORT, PORTS_TRIED);
    }

    /**
     * Where it listens.
     *
     * @return the port
     */
    public int port() {
        return port;
    }

    /**
     * Starts it and waits until it takes connections.
     *
     * @return this
     * @throws OtsException if it does not start
     */
    public BrokerProcess start() {
        try {
            if (listens()) {
                throw new OtsException(BrokerError.PORT_TAKEN, port);
            }
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            for (int i = 0; i < POLLS; i++) {
                if (started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
                if (listens()) {
                    // somebody else could have taken the port since
                    if (started.waitFor(REFUSED_MILLIS, TimeUnit.MILLISECONDS)) {
                        break;
                    }
                    return this;
                }
            }
            close();
            throw new OtsException(
                    BrokerError.NOT_STARTED,
                    command.get(0),
                    port,
                    Files.readString(log, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw FileErrors.unreadable(command.get(0), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new OtsException(BrokerError.NOT_STARTED, command.get(0), port, "interrupted");
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), POLL_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it as SIGTERM does and waits for its end. */
    public void terminate() {
        end(false);
    }

    /** Ends it as SIGKILL does and waits for its end. */
    public void kill() {
        end(true);
    }

    private void end(boolean force) {
        Process running = process;
        if (running == null) {
            return;
        }
        if (force) {
            running.destroyForcibly();
        } else {
            running.destroy();
        }
        running.onExit().join();
        process = null;
    }

    /**
     * Its number.
     *
     * @return the process id, 0 when it does not run
     */
    public long pid() {
        Process running = process;
        return running == null ? 0 : running.pid();
    }

    @Override
    public void close() {
        kill();
    }
}
