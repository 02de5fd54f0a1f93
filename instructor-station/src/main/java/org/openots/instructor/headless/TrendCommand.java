package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.instructor.headless.trend.Trend;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sim trend}: one story of a plant as a picture. */
@Command(
        name = "trend",
        mixinStandardHelpOptions = true,
        description = {
            "运行一次并画趋势图（SVG） / tells a story of a plant and draws its trend as SVG",
            "同一版本每次写出的文件逐字节相同 / the same version writes the same bytes"
        })
final class TrendCommand implements Callable<Integer> {
    private static final double LONGEST_MINUTES = 10_000;

    @Mixin
    private final PlantOption plant = new PlantOption();

    @Option(
            names = "--story",
            required = true,
            description = "cold-start、hold 或 fault:故障编号 / cold-start, hold, or fault:ID, e.g. fault:B-F01")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String story;

    @Option(names = "--minutes", description = "模型时间，缺省按画图计划 / model time, min; that of the plan if it is left out")
    private @Nullable Double minutes;

    @Option(names = "--tags", split = ",", description = "只画这些位号 / only these tags, e.g. TC101,FI105,TC101.OP")
    private List<String> tags = new ArrayList<>();

    @Mixin
    private final TickOption tick = new TickOption();

    @Option(names = "--out", required = true, description = "写入的 SVG 文件 / SVG file to write")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        double seconds = tick.seconds();
        if (minutes != null) {
            Numbers.within("--minutes", minutes, 1, LONGEST_MINUTES);
        }
        PlantPack pack = plant.load();
        Trend trend = new TrendStory(pack, seconds).tell(new TrendStory.Wish(story, minutes, tags, footer(pack.id())));
        int bytes = TrendFiles.write(out, trend);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("plant", pack.id()).put("story", story).put("file", out.toString());
        result.put("bytes", bytes).put("simulatedSeconds", trend.seconds());
        result.put("trips", TrendFiles.count(trend, Trend.MarkKind.TRIP));
        result.put("alarms", TrendFiles.count(trend, Trend.MarkKind.ALARM));
        output.print(result);
        return 0;
    }

    private String footer(String id) {
        return "openots sim trend --plant " + id + " --story " + story
                + (minutes == null ? "" : " --minutes " + Numbers.plain(minutes))
                + (tags.isEmpty() ? "" : " --tags " + String.join(",", tags))
                + " --tick " + Numbers.plain(tick.seconds());
    }
}
