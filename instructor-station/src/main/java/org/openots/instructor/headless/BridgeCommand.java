package org.openots.instructor.headless;

import java.util.random.RandomGenerator;
import picocli.CommandLine;
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

    private BridgeCommand() {}

    /**
     * Makes the command.
     *
     * @param random a generator that cannot be guessed, for passwords
     * @return the command with its subcommands
     */
    public static CommandLine create(RandomGenerator random) {
        return new CommandLine(new BridgeCommand()).addSubcommand(new BridgeSetupCommand(random));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "bridge: " + String.join(", ", spec.subcommands().keySet()));
    }
}
