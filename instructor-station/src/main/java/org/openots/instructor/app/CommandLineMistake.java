package org.openots.instructor.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.openots.common.text.LocalText;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in both languages what is wrong with a command line; picocli knows English only. */
final class CommandLineMistake {
    /** How picocli tells an option without its value from an option that is not there. */
    private static final String WITHOUT_VALUE = "Missing required parameter for option";

    private CommandLineMistake() {}

    static LocalText of(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (mistake instanceof MissingParameterException missing) {
            return missing(missing);
        }
        if (mistake instanceof OverwrittenOptionException twice) {
            String name = name(twice.getOverwritten());
            return new LocalText("选项 " + name + " 只能写一次", "option " + name + " may be given only once");
        }
        ArgSpec argument = mistake.getArgSpec();
        if (argument != null && mistake.getValue() != null) {
            LocalText rule = mistake instanceof RefusedValue refused ? refused.rule() : rule(argument);
            return new LocalText(
                    name(argument) + " 的值“" + mistake.getValue() + "”不正确，" + rule.zh(),
                    "the value \"" + mistake.getValue() + "\" of " + name(argument) + " is wrong; it " + rule.en());
        }
        CommandLine command = mistake.getCommandLine();
        if (!command.getSubcommands().isEmpty()) {
            String names = String.join(" ", command.getSubcommands().keySet());
            return new LocalText("缺少命令，可用命令：" + names, "a command is missing; choose one of: " + names);
        }
        return new LocalText("写法不正确，请对照下面的用法", "it cannot be understood; compare it with the usage below");
    }

    private static LocalText unmatched(UnmatchedArgumentException mistake) {
        String word =
                mistake.getUnmatched().isEmpty() ? "" : mistake.getUnmatched().get(0);
        CommandLine command = mistake.getCommandLine();
        if (mistake.isUnknownOption() || word.startsWith("-")) {
            return new LocalText("没有选项 " + word, "there is no option " + word);
        }
        if (command.getSubcommands().isEmpty()) {
            return new LocalText("多余的参数“" + word + "”", "the argument \"" + word + "\" is too much");
        }
        String names = String.join(" ", command.getSubcommands().keySet());
        return new LocalText(
                "没有命令“" + word + "”，可用命令：" + names, "there is no command \"" + word + "\"; choose one of: " + names);
    }

    private static LocalText missing(MissingParameterException mistake) {
        List<ArgSpec> missing = mistake.getMissing();
        String names = missing.stream().map(CommandLineMistake::name).collect(Collectors.joining(" "));
        if (String.valueOf(mistake.getMessage()).startsWith(WITHOUT_VALUE)) {
            return new LocalText("选项 " + names + " 后面缺少值", "the value behind option " + names + " is missing");
        }
        return missing.stream().anyMatch(ArgSpec::isOption)
                ? new LocalText("缺少必须给出的选项 " + names, "required: " + names + ", which is missing")
                : new LocalText("缺少必须给出的参数 " + names, "required: " + names + ", which is missing");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static LocalText rule(ArgSpec argument) {
        Class<?> type = argument.type();
        if (type == int.class || type == long.class) {
            return new LocalText("应为整数", "must be a whole number");
        }
        if (type == Path.class) {
            return new LocalText("应为文件或文件夹的路径", "must be the path of a file or folder");
        }
        if (type == boolean.class) {
            return new LocalText("此选项不带值", "must be left out: the option takes none");
        }
        return new LocalText("请对照下面的用法", "must be as in the usage below");
    }
}
