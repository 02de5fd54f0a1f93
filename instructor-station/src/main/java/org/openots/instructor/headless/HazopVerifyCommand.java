package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.plant.StudyCheck;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.verification.ItemResult;
import org.openots.hazop.verification.StudyVerification;
import org.openots.hazop.verification.Verdict;
import org.openots.hazop.verification.VerificationJson;
import org.openots.hazop.verification.VerificationReport;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hazop verify}: plays a study in the simulator. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "用仿真验证 HAZOP 分析 / verify a study by simulation",
            "演示每个可演示的原因、后果和安全措施，与未受扰动的运行比较。全部得到验证退出码为 0，有被否定的为 1，输入有误为 2。",
            "Play every cause, consequence and safeguard that can be played and compare with the undisturbed run. Exit code"
                    + " 0 when nothing is refuted, 1 when something is, 2 for wrong input."
        })
final class HazopVerifyCommand implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(Column.CAUSE, Column.CONSEQUENCE, Column.SAFEGUARD);

    @Option(
            names = "--study",
            required = true,
            description = "分析文件，或随程序提供的分析编号 / file of a study, or id of a study of the suite")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(
            names = "--plant",
            description =
                    "装置编号，文件没有写装置时必须给出（0.1 版） / id of the plant, needed for a file that names none" + " (version 0.1)")
    private @Nullable String plant;

    @Option(names = "--rows", description = "列出每一条的结论 / list the verdict of every item")
    private boolean rows;

    @Option(names = "--threads", defaultValue = "2", description = "同时运行数，1 或 2 / runs at the same time, 1 or 2")
    private int threads;

    @Option(names = "--seed", defaultValue = "1", description = "随机数种子 / seed")
    private long seed;

    @Option(names = "--out", description = "文件夹，写入含全部证据的 JSON / folder for a JSON file with all evidence")
    private @Nullable Path out;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        Numbers.within("--threads", threads, 1, StudyVerification.Settings.MOST_THREADS);
        StudyFile file = StudyFile.named(name);
        List<Finding> findings = StudyCheck.check(List.of(file));
        if (!findings.isEmpty()) {
            FindingReport report = new FindingReport(file.shown(), findings);
            report.print(output);
            return report.exitCode();
        }
        VerificationReport report = verify(file.study());
        if (out != null) {
            write(out.resolve(report.studyId() + "-verification.json"), report);
        }
        print(report);
        return report.refuted().isEmpty() ? 0 : 1;
    }

    private VerificationReport verify(Study study) {
        String id = study.head().plant().orElse(plant == null ? "" : plant);
        if (id.isEmpty()) {
            throw new OtsException(HeadlessError.NEEDS_OPTION, "--study " + name, "--plant");
        }
        PlantNames names = PlantNames.of(PlantPack.shipped(id));
        ProgressLine progress = ProgressLine.of(output);
        VerificationReport report =
                StudyVerification.verify(study, names, new StudyVerification.Settings(seed, threads), progress::at);
        progress.end();
        return report;
    }

    private static void write(Path file, VerificationReport report) {
        String text = VerificationJson.full(report).toPrettyString() + "\n";
        OutFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void print(VerificationReport report) {
        PrintWriter stdout = output.out();
        if (output.wanted()) {
            ObjectNode answer = rows ? VerificationJson.full(report) : VerificationJson.summary(report);
            stdout.println(answer);
        } else {
            text(stdout, report);
        }
        stdout.flush();
    }

    private void text(PrintWriter stdout, VerificationReport report) {
        stdout.printf("%s  %s  seed %d%n", report.studyId(), report.plant(), report.seed());
        for (Column column : COLUMNS) {
            stdout.println(counts(column, report.counts(column)));
        }
        stdout.printf(
                "可演示的原因 / causes played: %.0f %%，不同的运行 / different runs: %d%n",
                100 * report.modelledShare(), report.runs());
        report.results().stream()
                .filter(result -> rows || result.verdict() == Verdict.REFUTED)
                .forEach(result -> line(stdout, result));
    }

    private static String counts(Column column, Map<Verdict, Integer> counts) {
        StringBuilder text = new StringBuilder(word(column));
        counts.forEach((verdict, count) -> text.append("  ")
                .append(verdict.text().zh())
                .append(" / ")
                .append(verdict.text().en())
                .append(' ')
                .append(count));
        return text.toString();
    }

    private static String word(Column column) {
        return switch (column) {
            case CAUSE -> "原因 / causes:";
            case CONSEQUENCE -> "后果 / consequences:";
            case SAFEGUARD -> "安全措施 / safeguards:";
            case RECOMMENDATION -> "建议措施 / recommendations:";
        };
    }

    private static void line(PrintWriter stdout, ItemResult result) {
        stdout.printf(
                "%s  %s / %s%n    %s%n    %s%n",
                result.id(),
                result.verdict().text().zh(),
                result.verdict().text().en(),
                result.reason().zh(),
                result.reason().en());
    }
}
