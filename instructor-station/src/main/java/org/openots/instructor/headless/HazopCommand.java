package org.openots.instructor.headless;

import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hazop}: work on hazard and operability studies. */
@Command(
        name = "hazop",
        mixinStandardHelpOptions = true,
        subcommands = {
            HazopCheckCommand.class,
            HazopTasksCommand.class,
            HazopVerifyCommand.class,
            HazopDrillCommand.class,
            HazopDraftCommand.class,
            HazopScoreCommand.class,
            HazopEvaluateCommand.class,
            HazopLintCommand.class,
            HazopTrainCommand.class,
            HazopHandInCommand.class,
            HazopExportCommand.class,
            HazopImportCommand.class
        },
        description = "HAZOP 分析 / hazard and operability studies")
public final class HazopCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Clock clock;

    /**
     * Makes the command.
     *
     * @param clock tells the day of what is printed and imported
     */
    public HazopCommand(Clock clock) {
        this.clock = clock;
    }

    /** Today, where the computer stands. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @Override
    public void run() {
        String known = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "hazop: " + known);
    }
}
