package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openots.benchmarks.BenchError;
import org.openots.common.error.OtsException;
import org.openots.instructor.app.OpenOts;

/** A station in a process of its own, started by its command line. */
final class StationChild implements AutoCloseable {
    /** Heap of a teacher PC's station: what the requirements allow a server. */
    private static final String HEAP = "-Xmx1536m";

    private static final long PATIENCE_SECONDS = 60;
    private static final long KIB = 1024;

    private final Process process;
    private final JsonNode line;
    private final double startSeconds;

    private StationChild(Process process, JsonNode line, double startSeconds) {
        this.process = process;
        this.line = line;
        this.startSeconds = startSeconds;
    }

    /** Starts one; returns when it serves. */
    static StationChild start(Path data, int port, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP));
        command.addAll(options);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OpenOts.class.getName()));
        command.addAll(List.of("run", "--json", "--port", Integer.toString(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--data", data.toString()));
        Files.createDirectories(data);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors(data).toFile()))
                .start();
        // not closed: the pipe must stay open as long as the process writes
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new OtsException(BenchError.NO_STATION, Files.readString(errors(data)));
        }
        double seconds = (System.nanoTime() - begun) * 1e-9;
        return new StationChild(process, new ObjectMapper().readTree(line), seconds);
    }

    private static Path errors(Path data) {
        return data.resolve("station.err");
    }

    /** From the start of the process until it served, s. */
    double startSeconds() {
        return startSeconds;
    }

    int port() {
        return line.path("port").asInt();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** The administrator, on the first start of a data folder only. */
    String adminPassword() {
        return line.path("adminPassword").asText();
    }

    /** Time it computed so far, s. */
    double cpuSeconds() {
        return cpuSeconds(process.toHandle());
    }

    static double cpuSeconds(ProcessHandle handle) {
        return handle.info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(millis -> millis * 1e-3)
                .orElse(Double.NaN);
    }

    /** A figure of the process in the system's words, such as VmRSS, MB; NaN where the system has none. */
    double memory(String figure) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(one -> one.startsWith(figure + ":"))
                    .mapToDouble(one -> Double.parseDouble(one.replaceAll("\\D", "")) * KIB * 1e-6)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /** Ends it without warning, as a power cut of the program. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it as a person does, and waits for it. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
