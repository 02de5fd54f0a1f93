package org.openots.instructor.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.upkeep.Build;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the suite. Exit codes: 0 done, 2 bad input, 1 failure. */
@Command(
        name = "openots",
        mixinStandardHelpOptions = true,
        version = "openots " + Build.VERSION,
        description = "OpenOTS 操作员培训仿真系统 / open operator training simulator")
public final class OpenOts implements Runnable {
    /** Exit code of a failure. */
    public static final int FAILURE = 1;
    /** Exit code of bad input. */
    public static final int BAD_INPUT = 2;

    /** Headings and standard options of every --help, each in both languages. */
    private static final String HELP = "org.openots.instructor.app.CommandHelp";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private OpenOts() {}

    /**
     * Runs a command and ends the program with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(execute(Subcommands.all(), args));
    }

    /**
     * Runs a command.
     *
     * @param subcommands objects annotated as picocli commands
     * @param args the command line
     * @return the exit code
     */
    public static int execute(List<Object> subcommands, String... args) {
        CommandLine line = new CommandLine(new OpenOts());
        subcommands.forEach(line::addSubcommand);
        line.setResourceBundle(ResourceBundle.getBundle(HELP, Locale.ROOT));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command.getErr()));
        line.setParameterExceptionHandler(OpenOts::misused);
        return line.execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int misused(ParameterException mistake, String[] args) {
        PrintWriter err = mistake.getCommandLine().getErr();
        LocalText words = CommandLineMistake.of(mistake);
        err.println("命令行有误：" + words.zh());
        err.println("Wrong command line: " + words.en());
        mistake.getCommandLine().usage(err);
        return BAD_INPUT;
    }

    private static int failed(Exception failure, PrintWriter err) {
        if (failure instanceof OtsException known) {
            err.println(known.errorCode().code() + " " + known.messageIn(Locale.SIMPLIFIED_CHINESE));
            err.println(known.errorCode().code() + " " + known.messageIn(Locale.ENGLISH));
            return ExitCodes.of(known);
        }
        err.println("程序出错：" + failure);
        err.println("Failed: " + failure);
        return FAILURE;
    }
}
