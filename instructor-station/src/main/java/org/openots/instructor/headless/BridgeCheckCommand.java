package org.openots.instructor.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openots.common.error.FileErrors;
import org.openots.common.json.Findings;
import org.openots.dcs.map.TagMapReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bridge check}: names every mistake of a tag map. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "检查位号映射 / check a tag map",
            "列出全部错误：文件、JSON 路径、数值、规则、改法。没有错误退出码为 0，否则为 2。",
            "Name every mistake: file, JSON path, value, rule, what to do. Exit code 0 when there is none,"
                    + " otherwise 2."
        })
final class BridgeCheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MAP", description = "位号映射文件 / file of a tag map")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path map;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        Findings findings = Findings.collecting();
        TagMapReader.read(map.toString(), bytes(map), findings);
        FindingReport report = new FindingReport(map.toString(), findings.all());
        report.print(output);
        return report.exitCode();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }
}
