package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.dcs.agent.NativeReceiver;
import org.openots.dcs.agent.ReceiverStatus;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.mqtt.Inbound;

/** The bridge's end: a receiver with its archive, in this process or in one of its own that can be killed. */
final class ReceiverEnd implements AutoCloseable {
    /** More than an archive without frames has. */
    private static final long BEGUN_BYTES = 2048;

    private final Path folder;
    private final int port;
    private final int keepAlive;
    private final boolean ownProcess;
    private final AtomicLong lastLive = new AtomicLong(-1);
    private final AtomicInteger disorder = new AtomicInteger();
    private volatile String liveBoot = "";
    private volatile long lastLiveNanos = System.nanoTime();
    private long duplicates;
    private @Nullable NativeReceiver receiver;
    private @Nullable Process child;

    ReceiverEnd(Path folder, int port, int keepAlive, boolean ownProcess) throws IOException {
        this.folder = folder;
        this.port = port;
        this.keepAlive = keepAlive;
        this.ownProcess = ownProcess;
        start();
    }

    Path archive() {
        return folder.resolve("archive");
    }

    void start() throws IOException {
        if (!ownProcess) {
            receiver = LabReceiver.open(port, archive(), keepAlive, this::received);
            return;
        }
        child = new ProcessBuilder(JavaChild.command(
                        List.of(),
                        LabReceiver.class,
                        Integer.toString(port),
                        archive().toString(),
                        Integer.toString(keepAlive)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("receiver.log").toFile()))
                .start();
    }

    private void received(Frame frame, Inbound arrival, boolean historical) {
        if (historical) {
            return;
        }
        if (!frame.boot().equals(liveBoot)) {
            liveBoot = frame.boot();
            lastLive.set(-1);
        }
        if (lastLive.getAndSet(frame.seq()) >= frame.seq()) {
            disorder.incrementAndGet();
        }
        lastLiveNanos = System.nanoTime();
    }

    /** Whether it is connected; also when nobody can tell. */
    boolean connected() {
        NativeReceiver own = receiver;
        return own == null || own.status().link().connected();
    }

    /** Whether it has begun: it is connected, or its archive, as a process of its own, has frames. */
    boolean began() throws IOException {
        if (!ownProcess) {
            return connected();
        }
        if (!Files.isDirectory(archive())) {
            return false;
        }
        try (Stream<Path> files = Files.list(archive())) {
            return files.anyMatch(file -> file.toFile().length() > BEGUN_BYTES);
        }
    }

    /** When the last live frame came, ns. */
    long lastLiveNanos() {
        return lastLiveNanos;
    }

    /** Live frames that came after a later one. */
    int disorder() {
        return disorder.get();
    }

    /** Frames that came again and were dropped. */
    long duplicates() {
        NativeReceiver own = receiver;
        return duplicates + (own == null ? 0 : own.status().duplicates());
    }

    @Nullable
    ReceiverStatus status() {
        NativeReceiver own = receiver;
        return own == null ? null : own.status();
    }

    /** Ends it, by SIGKILL when it is a process of its own and this is wanted. */
    void stop(boolean kill) {
        NativeReceiver own = receiver;
        if (own != null) {
            own.close();
            duplicates += own.status().duplicates();
            receiver = null;
        }
        Process process = child;
        if (process != null) {
            if (kill) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            process.onExit().join();
            child = null;
        }
    }

    @Override
    public void close() {
        stop(true);
    }
}
