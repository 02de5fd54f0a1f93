package org.openots.instructor.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openots.instructor.app.FieldProgram;

/** The field operator of a team: the packaged 3D field station in a process of its own, played by a script. */
final class FieldSeat implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final List<JsonNode> steps = new ArrayList<>();
    private final List<JsonNode> reports = new ArrayList<>();
    private final Path errors;
    private final Thread reader;

    private FieldSeat(Process process, JsonNode script, Path errors, Consumer<JsonNode> said) {
        this.process = process;
        this.errors = errors;
        script.path("steps").forEach(steps::add);
        reader = new Thread(() -> listen(said), "field-seat");
        reader.start();
    }

    /**
     * What is played, and how.
     *
     * @param station address
     * @param ticket from the page of the run
     * @param script what is to be done
     * @param pictures folder for its pictures
     * @param options more of the command line
     * @param environment more of the environment, for example on which display its window opens
     */
    record Play(
            String station,
            String ticket,
            Path script,
            Path pictures,
            List<String> options,
            Map<String, String> environment) {}

    /**
     * Starts the program.
     *
     * @param play what is played
     * @param said receives each report
     * @return the seat, at work
     */
    static FieldSeat start(Play play, Consumer<JsonNode> said) {
        try {
            Files.createDirectories(play.pictures());
            Path errors = play.pictures().resolve("field.err");
            List<String> command = FieldProgram.command(
                    "--host",
                    play.station(),
                    "--ticket",
                    play.ticket(),
                    "--robot",
                    play.script().toString(),
                    "--pictures",
                    play.pictures().toString(),
                    "--json");
            command.addAll(play.options());
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(play.environment());
            return new FieldSeat(builder.start(), JSON.readTree(play.script().toFile()), errors, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(Consumer<JsonNode> said) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                JsonNode report = JSON.readTree(line);
                if (report.has("step")) {
                    said.accept(report);
                    synchronized (reports) {
                        reports.add(report);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it only waits: for the board, the process or the laboratory; also when there is nothing left to do. */
    boolean waits() {
        int next = reports().size();
        return next >= steps.size()
                || List.of("until", "write").contains(steps.get(next).path("do").asText());
    }

    /** What it is at, for people. */
    String step() {
        int next = reports().size();
        return next >= steps.size() ? "-" : steps.get(next).toString();
    }

    /** What was reported so far. */
    List<JsonNode> reports() {
        synchronized (reports) {
            return List.copyOf(reports);
        }
    }

    /** Fails when the program has ended otherwise than at the end of its script. */
    void check() {
        if (!process.isAlive() && (process.exitValue() != 0 || !joined())) {
            List<JsonNode> all = reports();
            throw new AssertionError("the field ended with %s after %s: %s"
                    .formatted(process.exitValue(), all.isEmpty() ? "nothing" : all.get(all.size() - 1), complaints()));
        }
    }

    private boolean joined() {
        try {
            reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return !reader.isAlive() && reports().size() == steps.size();
    }

    private String complaints() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the program has ended. */
    boolean over() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
