package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openots.common.error.OtsException;
import org.openots.common.json.CanonicalJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyReader;
import org.openots.hazop.study.StudyWriter;
import org.openots.instructor.report.ReportFiles;
import org.openots.instructor.report.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code hazop export}: writes a study as a workbook, a document or JSON. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "把 HAZOP 分析（含答案）导出为文件 / write a study with its key to a file",
            "xlsx 是可编辑、可读回的工作簿，record 是打印用的分析记录表 (.xlsx)，docx 和 pdf 是报告，json 是本程序的格式。",
            "xlsx is the workbook to edit and read back, record the record table to print (.xlsx), docx and pdf are reports,"
                    + " json is our own format. The footer of a report holds the SHA-256 of the study's canonical JSON."
        })
final class HazopExportCommand implements Callable<Integer> {
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private static final Set<ReportFormat> RAISED = EnumSet.of(ReportFormat.XLSX, ReportFormat.JSON);

    /** What a file of version 0.1 has and ours has not. */
    private static final LocalText LOST = new LocalText(
            "0.1 版的分析已按 1.0 版写出：simulation.status、风险的 score 和 band、LOPA 的计算结果不再保留，" + "各行还没有事故剧情（scenarios），需要补上。",
            "The study of version 0.1 was written as 1.0: simulation.status, score and band of risks and the results of"
                    + " layer-of-protection analyses are not kept, and its rows have no scenarios, which have to be added.");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HazopCommand hazop;

    @Mixin
    private final StudyOption study = new StudyOption();

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "xlsx, record, docx, pdf, json")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String format;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "写入的文件 / file to write")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "zh",
            description = "报告的语言：zh 或 en / language of the report: zh or en")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String language;

    @Mixin
    private final DateOption date = new DateOption();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        ReportFormat wanted = ReportFormat.of(format)
                .orElseThrow(() -> new OtsException(
                        HeadlessError.NOT_A_CHOICE, "--format", format, String.join(", ", ReportFormat.words())));
        if (!LANGUAGES.contains(language)) {
            throw new OtsException(HeadlessError.NOT_A_CHOICE, "--lang", language, String.join(", ", LANGUAGES));
        }
        Study read = StudyFile.named(study.name()).study();
        ReportFiles.Wish wish = new ReportFiles.Wish(
                wanted,
                language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
                date.or(hazop.today()).toString(),
                ZoneId.systemDefault());
        byte[] file =
                new ReportFiles().study(read, RiskMatrices.named(read.head().riskMatrix()), wish);
        OutFile.write(out, file);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("study", read.id())
                .put("format", wanted.word())
                .put("file", out.toString())
                .put("bytes", file.length)
                .put("sha256", CanonicalJson.sha256(StudyWriter.json(read)));
        if (RAISED.contains(wanted) && read.head().formatVersion().equals(StudyReader.FIRST_VERSION)) {
            answer.put("raisedFrom", StudyReader.FIRST_VERSION);
            output.err().println(LOST.zh());
            output.err().println(LOST.en());
            output.err().flush();
        }
        output.print(answer);
        return 0;
    }
}
