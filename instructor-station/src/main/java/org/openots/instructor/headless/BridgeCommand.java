package org.openots.instructor.headless;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge}: between control systems and the suite. */
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        subcommands = {BridgeCheckCommand.class, BridgeImportCommand.class},
        description = "与 DCS 的连接 / connection to control systems")
public final class BridgeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "bridge: check, import");
    }
}
