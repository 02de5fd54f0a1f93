package org.openots.instructor.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A station in a process of its own, started by the command line with the demonstration class, on a free port. */
public final class StationProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final JsonNode line;

    private StationProcess(Process process, JsonNode line) {
        this.process = process;
        this.line = line;
    }

    /** The program as it ships. */
    public static StationProcess launch(Path data) {
        return launch(OpenOts.class, data);
    }

    /** The program as it ships, on a port that a station before it had. */
    public static StationProcess launch(Path data, int port) {
        return launch(OpenOts.class, data, port);
    }

    /** Another main class with the same command line. */
    public static StationProcess launch(Class<?> main, Path data) {
        return launch(main, data, 0);
    }

    private static StationProcess launch(Class<?> main, Path data, int port) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "run",
                "--demo",
                "--json",
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--data",
                data.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(new File(data.toFile(), "child.err"))
                    .start();
            // not closed: the pipe must stay open as long as the process writes
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("the station ended without its one line; see " + data.resolve("child.err"));
            }
            return new StationProcess(process, new ObjectMapper().readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the station printed: address, port, accounts. */
    public JsonNode line() {
        return line;
    }

    /** Where its pages are. */
    public String url() {
        return "http://127.0.0.1:" + line.path("port").asInt();
    }

    /** A client without a session. */
    public Client client() {
        return new Client(url());
    }

    /** The password of one of the demonstration class. */
    public String password(String account) {
        for (JsonNode node : line.path("accounts")) {
            if (node.path("account").asText().equals(account)) {
                return node.path("password").asText();
            }
        }
        if (account.equals(line.path("adminAccount").asText())) {
            return line.path("adminPassword").asText();
        }
        throw new AssertionError("no account " + account);
    }

    /** The names of the demonstration class, which pages show in any language. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        line.path("accounts").forEach(node -> names.add(node.path("name").asText()));
        return names;
    }

    /** One of the demonstration class, signed in. */
    public Client as(String account) {
        return client().signIn(account, password(account));
    }

    /** Ends the process without warning (SIGKILL) and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the station did not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
