package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MapImport;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bridge import}: makes a tag map of an export of engineering software. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "由 DCS 导出的点表生成位号映射 / make a tag map of a list of points",
            "CSV（UTF-8 或 GBK，逗号、分号或制表符）或 XLSX。有错误时列出行号和列名，不写文件，退出码为 2。",
            "CSV (UTF-8 or GBK, with comma, semicolon or tab) or XLSX. Mistakes are named with line and column; nothing"
                    + " is written then, and the exit code is 2."
        })
final class BridgeImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "点表 / list of points")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--plant", required = true, description = "装置编号 / plant id")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(
            names = "--topic",
            required = true,
            description = "点表中没有主题列的位号的 MQTT 主题 / topic of tags for which the list has none")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String topic;

    @Option(
            names = "--dialect",
            defaultValue = "neuron-values",
            description = "报文格式，缺省 ${DEFAULT-VALUE} / form of the messages, ${DEFAULT-VALUE} if it is left out")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String dialect;

    @Option(names = "--out", description = "写入的文件，缺省时写到标准输出 / file to write, standard output if it is left out")
    private @Nullable Path out;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        if (output.wanted() && out == null) {
            throw new OtsException(HeadlessError.NEEDS_OPTION, "--json", "--out");
        }
        MapImport.Request request =
                new MapImport.Request(plant, PlantSignals.of(PlantPack.shipped(plant)), topic, dialect());
        Findings findings = Findings.collecting();
        MapImport.Result result = MapImport.read(file.toString(), BridgeCheckCommand.bytes(file), request, findings);
        FindingReport report = new FindingReport(file.toString(), findings.all());
        if (report.exitCode() != 0) {
            report.print(output);
            return report.exitCode();
        }
        if (out == null) {
            output.out().println(result.json().toPrettyString());
            tell(result.leftOut());
        } else {
            OutFile.write(out, (result.json().toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
            written(out, result);
        }
        output.out().flush();
        return 0;
    }

    private Dialect dialect() {
        return Arrays.stream(Dialect.values())
                .filter(known -> known.word().equals(dialect))
                .findFirst()
                .orElseThrow(() -> new OtsException(
                        HeadlessError.NOT_A_CHOICE,
                        "--dialect",
                        dialect,
                        String.join(
                                ", ",
                                Arrays.stream(Dialect.values())
                                        .map(Dialect::word)
                                        .toList())));
    }

    private void written(Path target, MapImport.Result result) {
        int tags = result.map().tags().size();
        if (!output.wanted()) {
            tell(result.leftOut());
            output.out().println("已写入 " + tags + " 个位号 / wrote " + tags + " tags: " + target);
            return;
        }
        ArrayNode leftOut = JsonNodeFactory.instance.arrayNode();
        result.leftOut()
                .forEach(line -> leftOut.addObject().put("line", line.line()).put("name", line.name()));
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("file", target.toString())
                .put("tags", tags);
        answer.set("leftOut", leftOut);
        output.print(answer);
    }

    private void tell(List<MapImport.LeftOut> leftOut) {
        leftOut.forEach(line -> output.err()
                .println("第 " + line.line() + " 行：" + line.name() + " 不是该装置的位号，已略过 / line " + line.line()
                        + ": no tag of this plant, left out"));
        output.err().flush();
    }
}
