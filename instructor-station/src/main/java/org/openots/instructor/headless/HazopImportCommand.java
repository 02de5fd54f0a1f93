package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.hazop.plant.StudyCheck;
import org.openots.hazop.report.ColumnProfiles;
import org.openots.hazop.report.StudyWorkbook;
import org.openots.hazop.report.WorksheetImport;
import org.openots.hazop.report.XlsxFile;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code hazop import}: reads a workbook of ours, or the worksheet of another tool, into a study. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "把工作簿读成 HAZOP 分析 / read a workbook into a study",
            "不带 --profile 时读 hazop export --format xlsx 写出的工作簿；带列对应表时读其他软件的记录表，得到不含模拟的草稿。"
                    + "工作簿有一处读不懂就不写文件，退出码为 2，并列出工作表、行、列。"
                    + "读得懂而 hazop check 还会指出的问题不妨碍写文件，退出码为 0，全部列在 findings 中。",
            "Without --profile it reads what hazop export --format xlsx wrote; with a column profile the worksheet of another"
                    + " tool, as a draft without simulation. With a single cell that is not understood nothing is written,"
                    + " the exit code is 2, and every mistake is told with sheet, row and column. What hazop check would"
                    + " still name does not keep the file from being written: exit code 0, all of it listed in findings."
        })
final class HazopImportCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HazopCommand hazop;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "工作簿 (.xlsx) / workbook (.xlsx)")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--profile",
            paramLabel = "P",
            description = "列对应表：openots-record、chinese-worksheet 或文件 / column profile: openots-record,"
                    + " chinese-worksheet or a file")
    private @Nullable String profile;

    @Option(names = "--id", paramLabel = "ID", defaultValue = "imported-study", description = "草稿的编号 / id of the draft")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "写入的分析 (.json) / study to write (.json)")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Mixin
    private final DateOption date = new DateOption();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        String shown = String.valueOf(file.getFileName());
        byte[] bytes = XlsxFile.bytes(file);
        Findings findings = Findings.collecting();
        Optional<Study> read = profile == null
                ? StudyWorkbook.read(shown, bytes, findings)
                : WorksheetImport.read(
                        shown,
                        bytes,
                        new WorksheetImport.Order(
                                ColumnProfiles.named(profile),
                                RiskMatrices.shipped(RiskMatrices.SHIPPED.get(0)),
                                date.or(hazop.today()),
                                id),
                        findings);
        if (read.isEmpty()) {
            FindingReport report = new FindingReport(shown, findings.all());
            report.print(output);
            return report.exitCode();
        }
        String text = StudyWriter.text(read.get());
        OutFile.write(out, text.getBytes(StandardCharsets.UTF_8));
        output.print(answer(read.get(), text));
        return 0;
    }

    /** What came in, and how much is still to be done before the study passes {@code hazop check}. */
    private ObjectNode answer(Study study, String text) {
        List<Finding> open = StudyCheck.check(List.of(new StudyFile(String.valueOf(out.getFileName()), text)));
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("study", study.id())
                .put("file", out.toString())
                .put("nodes", study.nodes().size())
                .put("deviations", study.deviations().size())
                .put("keyItems", study.keyItems().count())
                .put(
                        "scenarios",
                        study.deviations().stream()
                                .map(Deviation::scenarios)
                                .mapToInt(List::size)
                                .sum())
                .put("toCorrect", open.size());
        answer.set("findings", FindingReport.list(open));
        return answer;
    }
}
