package org.openots.instructor.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The field station as it ships, for a process of its own. */
public final class FieldProgram {
    private FieldProgram() {}

    /**
     * Its command line.
     *
     * @param arguments what follows {@code field}
     */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                jar().toString(),
                "field"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** The packaged field station, built before this module. */
    private static Path jar() {
        Path target = Path.of("..", "distillation-module", "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("distillation-module-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("no field station in " + target + ": package its module first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
