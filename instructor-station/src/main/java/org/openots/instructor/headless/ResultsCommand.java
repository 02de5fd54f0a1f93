package org.openots.instructor.headless;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.results.Actor;
import org.openots.instructor.results.Result;
import org.openots.instructor.results.ResultFiles;
import org.openots.instructor.results.ResultFilter;
import org.openots.instructor.results.StoreCopy;
import org.openots.instructor.results.XapiStatements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code results}: take results out of a station. */
@Command(
        name = "results",
        mixinStandardHelpOptions = true,
        subcommands = ResultsCommand.Export.class,
        description = "培训成绩 / results of training")
public final class ResultsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Clock clock;

    /**
     * Makes the command.
     *
     * @param clock tells which decisions on results still wait
     */
    public ResultsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "results: export");
    }

    /** {@code results export}: writes them into a file. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "导出培训成绩 / take results of training out",
                "只读：教师站可以停着，也可以正在运行。分支和考试不在其中。格式见 docs/data-formats/results.md。",
                "Only reads: the station may be stopped or running. Branches and examinations are not part of it. The formats are in"
                        + " docs/data-formats/results.md."
            })
    static final class Export implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        private ResultsCommand results;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(names = "--data", defaultValue = "data", description = "数据文件夹 / data folder (${DEFAULT-VALUE})")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path data;

        @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "xapi, json, xlsx")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String format;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "写入的文件 / file to be written")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path out;

        @Option(
                names = "--class",
                defaultValue = "",
                paramLabel = "CLASS",
                description = "班级，缺省为全部 / class; all without it")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String group;

        @Option(
                names = "--plan",
                defaultValue = "",
                paramLabel = "N",
                description = "班级课程安排的第几课：其任务和日期 / lesson N in the plan of the class: its tasks and days")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String plan;

        @Option(names = "--from", defaultValue = "", paramLabel = "DAY", description = "第一天 / first day, 2026-03-01")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String from;

        @Option(names = "--to", defaultValue = "", paramLabel = "DAY", description = "最后一天 / last day, 2026-03-31")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String to;

        @Option(
                names = "--actor",
                defaultValue = "account",
                paramLabel = "HOW",
                description = {
                    "怎样写人：account 账号，pseudonym 化名，name 加姓名、座号、班级 (${DEFAULT-VALUE})",
                    "how people are told: account, pseudonym, or name with seat and class"
                })
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String actor;

        @Option(
                names = "--base",
                defaultValue = XapiStatements.BASE,
                paramLabel = "IRI",
                description = "xapi 中名称的开头 / what names in xapi begin with (${DEFAULT-VALUE})")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String base;

        @Option(
                names = "--lang",
                defaultValue = "zh",
                paramLabel = "LANG",
                description = "xlsx: zh, en (${DEFAULT-VALUE})")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String language;

        @Override
        public Integer call() {
            ResultFiles.Format file = ResultFiles.Format.of(format)
                    .orElseThrow(() -> wrong("--format", format, ResultFiles.Format.words()));
            Actor how = Actor.of(actor).orElseThrow(() -> wrong("--actor", actor, Actor.words()));
            if (!List.of("zh", "en").contains(language)) {
                throw wrong("--lang", language, List.of("zh", "en"));
            }
            ZoneId zone = ZoneId.systemDefault();
            Locale locale = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
            ResultFiles.Style style = new ResultFiles.Style(file, how, base, zone, locale);
            try (StoreCopy copy = StoreCopy.of(data, StationContent.find(), results.clock)) {
                ResultFilter filter = ResultFilter.of(new ResultFilter.Wish(group, plan, from, to), copy.plans(), zone);
                List<Result> found = copy.book().results(filter);
                OutFile.write(out, ResultFiles.write(found, style));
                PrintWriter err = spec.commandLine().getErr();
                err.println("成绩 / results: " + found.size() + "  " + out);
                err.flush();
            }
            return 0;
        }

        private ParameterException wrong(String option, String value, List<String> choices) {
            return new ParameterException(
                    spec.commandLine(), option + ": " + value + " (" + String.join(", ", choices) + ")");
        }
    }
}
