package org.openots.instructor.headless;

import java.time.Clock;
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
        subcommands = {
            BridgeImportCommand.class,
            BridgeAuditCommand.class,
            BridgeTwinStudyCommand.class,
            BridgeTwinSignaturesCommand.class,
            AgentPackageCommand.class
        },
        description = "与 DCS 的连接 / connection to control systems")
public final class BridgeCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private BridgeCommand() {}

    /**
     * Makes the command.
     *
     * @param clock the time of day
     * @param random a generator that cannot be guessed, for passwords
     * @return the command with its subcommands
     */
    public static CommandLine create(Clock clock, RandomGenerator random) {
        return new CommandLine(new BridgeCommand())
                .addSubcommand(new BridgeCheckCommand(clock, random))
                .addSubcommand(new BridgeSetupCommand(random))
                .addSubcommand(new SkillsCommand(clock, random));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "bridge: " + String.join(", ", spec.subcommands().keySet()));
    }
}
