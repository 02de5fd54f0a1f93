package org.openots.benchmarks.faultlab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A client in C that only counts, compiled on this machine: the limit of what a client can do. */
final class CClient {
    /** What must be installed on Debian for it to be compiled. */
    static final String PACKAGES = "gcc libmosquitto-dev";

    private static final int PATIENCE_SECONDS = 120;

    private final Path program;
    private final Path folder;

    private CClient(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * What a subscriber saw.
     *
     * @param messages how many came
     * @param seconds from the first to the last
     */
    record Seen(long messages, double seconds) {
        double perSecond() {
            return messages / seconds;
        }
    }

    /** Compiles it; fails when compiler or library are missing, with what the compiler said. */
    static CClient compiled(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("limit.c");
        try (InputStream in = Objects.requireNonNull(CClient.class.getResourceAsStream("limit.c"))) {
            Files.write(source, in.readAllBytes());
        }
        Path program = folder.resolve("limit");
        Path log = folder.resolve("gcc.log");
        int code = new ProcessBuilder("gcc", "-O2", "-o", program.toString(), source.toString(), "-lmosquitto")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("gcc: " + Files.readString(log, StandardCharsets.UTF_8));
        }
        return new CClient(program, folder);
    }

    /** Subscribes, lets somebody publish, and counts. */
    Seen seen(int port, int qos, long count, PublisherCall publisher) throws IOException, InterruptedException {
        Process subscriber = start("sub", port, qos, count, List.of());
        try (BufferedReader said = subscriber.inputReader(StandardCharsets.UTF_8)) {
            if (!"ready".equals(said.readLine())) {
                throw new IOException("the subscriber in C did not subscribe");
            }
            publisher.publish();
            String[] numbers = Objects.requireNonNull(said.readLine()).split(" ", -1);
            return new Seen(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]) * 1e-9);
        } finally {
            subscriber.destroyForcibly();
        }
    }

    /** What publishes while somebody counts. */
    interface PublisherCall {
        void publish() throws IOException, InterruptedException;
    }

    /** Publishes as fast as it can and returns when the broker has confirmed all. */
    void publish(int port, int qos, long count, int tags) throws IOException, InterruptedException {
        Path template = Files.writeString(folder.resolve("message-" + tags), template(tags));
        Process publisher = start("pub", port, qos, count, List.of(template.toString()));
        if (!publisher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || publisher.exitValue() != 0) {
            publisher.destroyForcibly();
            throw new IOException("the publisher in C did not end well");
        }
    }

    private static String template(int tags) {
        StringBuilder text =
                new StringBuilder("{\"timestamp\":#############,\"node\":\"lab\",\"group\":\"rig\",\"values\":{");
        for (int i = 0; i < tags; i++) {
            text.append(i == 0 ? "\"" : ",\"").append(LabTags.name(i)).append("\":@@@@@@@@@@");
        }
        return text.append("}}").toString();
    }

    private Process start(String what, int port, int qos, long count, List<String> more) {
        List<String> command = new java.util.ArrayList<>(List.of(
                program.toString(),
                what,
                Integer.toString(port),
                LabTags.TOPIC,
                Integer.toString(qos),
                Long.toString(count)));
        command.addAll(more);
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("limit.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
