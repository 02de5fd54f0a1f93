package org.openots.distillation.field3d.app;

import org.openots.distillation.field3d.gl.NativeSettings;
import picocli.CommandLine;

/** Starts the field station. */
public final class FieldStation {
    private FieldStation() {}

    /**
     * Runs {@code openots field}.
     *
     * @param args of the command line, with or without the word {@code field} in front
     */
    public static void main(String[] args) {
        // before the first class of LWJGL or JOML loads
        NativeSettings.apply();
        String[] own =
                args.length > 0 && args[0].equals("field") ? java.util.Arrays.copyOfRange(args, 1, args.length) : args;
        System.exit(commandLine().execute(own));
    }

    /** The command with its answers to mistakes: 2 for a wrong argument, 1 for a failure, 3 for no way to draw. */
    static CommandLine commandLine() {
        return new CommandLine(new FieldCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureWords());
    }
}
