package org.openots.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;

/**
 * CVODE of SUNDIALS in a process of its own, compiled when it is needed from the C program beside this class. The right-hand
 * side stays here: the program asks for its values over a pipe.
 */
final class CvodeBridge implements AutoCloseable {
    private static final String SOURCE = "cvode_bridge.c";

    /** SUNDIALS 7 moved its kernel into a library of its own; 6 has it in each of the others. */
    private static final List<List<String>> LIBRARIES = List.of(
            List.of("-lsundials_cvode", "-lsundials_nvecserial", "-lm"),
            List.of("-lsundials_cvode", "-lsundials_nvecserial", "-lsundials_core", "-lm"));

    private final Path folder;
    private final Path program;

    /** What CVODE found: the state at the end, and what it took. */
    record Result(double[] state, long steps, long evaluations) {}

    /**
     * Compiles the bridge.
     *
     * @throws OtsException if there is no compiler or no SUNDIALS
     */
    CvodeBridge() {
        try {
            folder = Files.createTempDirectory("openots-cvode");
            program = folder.resolve("cvode_bridge");
            Path source = folder.resolve(SOURCE);
            try (InputStream in = Objects.requireNonNull(CvodeBridge.class.getResourceAsStream(SOURCE), SOURCE)) {
                Files.copy(in, source);
            }
            String said = "";
            for (List<String> libraries : LIBRARIES) {
                Path log = folder.resolve("cc.log");
                said = compile(source, libraries, log);
                if (said.isEmpty()) {
                    return;
                }
            }
            close();
            throw new OtsException(BenchError.NO_CVODE, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line the compiler says, or nothing when it succeeds. */
    private String compile(Path source, List<String> libraries, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("cc", "-O2", "-o", program.toString(), source.toString());
        builder.command().addAll(libraries);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            int code = builder.start().waitFor();
            List<String> lines = Files.readAllLines(log);
            return code == 0
                    ? ""
                    : lines.stream()
                            .filter(l -> l.contains("error"))
                            .findFirst()
                            .orElse("cc: exit code " + code);
        } catch (IOException noCompiler) {
            return String.valueOf(noCompiler.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /**
     * Integrates.
     *
     * @param rates writes the rates of a state (first array) into the second
     * @param start state at time 0
     * @param tolerance absolute tolerances, one per state
     * @param relative relative tolerance
     * @param seconds end time
     * @return state at the end
     * @throws OtsException if CVODE gives up
     */
    Result integrate(
            BiConsumer<double[], double[]> rates, double[] start, double[] tolerance, double relative, double seconds) {
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                Integer.toString(start.length),
                Double.toString(seconds),
                Double.toString(relative));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = null;
        try {
            process = builder.start();
            return converse(process, rates, start, tolerance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }

    private static Result converse(
            Process process, BiConsumer<double[], double[]> rates, double[] start, double[] tolerance)
            throws IOException {
        int n = start.length;
        double[] state = new double[n];
        double[] rate = new double[n];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
                OutputStream out = process.getOutputStream()) {
            write(out, start);
            write(out, tolerance);
            while (true) {
                int request = in.readByte();
                if (request == 'R') {
                    read(in, new double[1]);
                    read(in, state);
                    rates.accept(state, rate);
                    write(out, rate);
                } else {
                    double[] two = new double[2];
                    if (request == 'D') {
                        read(in, state);
                    }
                    read(in, two);
                    if (request == 'F') {
                        throw new OtsException(BenchError.CVODE_FAILED, (int) two[0], two[1]);
                    }
                    return new Result(state, (long) two[0], (long) two[1]);
                }
            }
        }
    }

    private static void write(OutputStream out, double[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.nativeOrder());
        buffer.asDoubleBuffer().put(values);
        out.write(buffer.array());
        out.flush();
    }

    private static void read(DataInputStream in, double[] values) throws IOException {
        byte[] bytes = new byte[values.length * Double.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asDoubleBuffer().get(values);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
