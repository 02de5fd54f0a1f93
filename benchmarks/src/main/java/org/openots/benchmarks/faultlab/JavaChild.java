package org.openots.benchmarks.faultlab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the suite as a process of its own. */
final class JavaChild {
    private JavaChild() {}

    /** The command line of a small virtual machine like this one. */
    static List<String> command(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx128m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        command.add("-Dopenots.logs=" + System.getProperty("openots.logs", System.getProperty("java.io.tmpdir")));
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
