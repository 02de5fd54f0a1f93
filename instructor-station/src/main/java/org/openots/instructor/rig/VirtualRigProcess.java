package org.openots.instructor.rig;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.dcs.bridge.BridgeSettings;
import org.openots.instructor.error.StationError;

/** {@code openots rig} as a process of its own beside the station; it ends with the station, however that ends. */
final class VirtualRigProcess implements AutoCloseable {
    private static final String PROGRAM = "org.openots.instructor.app.OpenOts";
    /** A plant with a mismatch finds its own steady state within two hours of its time. */
    private static final String WARM_UP = "2h";

    private static final int POLL_MILLIS = 50;
    /** 60 s: a Java virtual machine and the warm-up on a busy machine. */
    private static final int POLLS = 1_200;

    private static final int STOP_SECONDS = 10;

    private final Process process;

    private VirtualRigProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it and waits for its tag map.
     *
     * @param rig which rig
     * @param wire its names in topics
     * @param port port of the broker on this machine
     * @param map where it writes its tag map
     * @param log where its words go
     * @throws OtsException if it does not start
     */
    static VirtualRigProcess start(BridgeSettings.Virtual rig, BridgeSettings.Wire wire, int port, Path map, Path log) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                PROGRAM,
                "rig",
                "--plant",
                rig.plant(),
                "--from",
                rig.from(),
                "--mismatch",
                Integer.toString(rig.mismatch()),
                "--warm-up",
                rig.mismatch() == 0 ? "0s" : WARM_UP,
                "--dialect",
                "native",
                "--site",
                wire.topics().site(),
                "--rig",
                wire.topics().rig(),
                "--broker",
                "tcp://127.0.0.1:" + port,
                "--write-map",
                map.toString(),
                "--end-with-input");
        try {
            Files.deleteIfExists(map);
            VirtualRigProcess started = new VirtualRigProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
            started.await(map, log);
            return started;
        } catch (IOException e) {
            throw FileErrors.unwritable(map.toString(), e);
        }
    }

    private void await(Path map, Path log) throws IOException {
        try {
            for (int i = 0; i < POLLS && !Files.isRegularFile(map); i++) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Files.isRegularFile(map)) {
            close();
            throw new OtsException(
                    StationError.VIRTUAL_RIG, Files.readString(log).strip());
        }
    }

    /**
     * Turns the key at the rig, as a hand does, not over the network.
     *
     * @param on whether others may write
     * @throws OtsException if the rig has ended
     */
    void key(boolean on) {
        try {
            OutputStream input = process.getOutputStream();
            input.write((RigKey.line(on) + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new OtsException(StationError.VIRTUAL_RIG, "key");
        }
    }

    /** Whether it runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
