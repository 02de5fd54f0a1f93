package org.openots.instructor.headless;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.hazop.plant.StudyCheck;
import org.openots.hazop.study.StudyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hazop check}: names every mistake of studies and risk matrices. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "检查 HAZOP 分析和风险矩阵 / check studies and risk matrices",
            "列出全部错误：文件、JSON 路径、数值、规则、改法。没有错误退出码为 0，否则为 2。",
            "Name every mistake: file, JSON path, value, rule, what to do. Exit code 0 when there is none,"
                    + " otherwise 2."
        })
final class HazopCheckCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PATH",
            description = "文件、文件夹，或随程序提供的分析编号；缺省时检查全部 / file, folder, or id of a study of the suite;"
                    + " all of the suite if it is left out")
    private @Nullable String path;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        List<StudyFile> files = path == null ? StudyFile.shipped() : StudyFile.allNamed(path);
        String checked = String.join(" ", files.stream().map(StudyFile::shown).toList());
        FindingReport report = new FindingReport(checked, StudyCheck.check(files));
        report.print(output);
        return report.exitCode();
    }
}
