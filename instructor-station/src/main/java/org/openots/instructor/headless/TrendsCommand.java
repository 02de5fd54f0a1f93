package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.instructor.headless.trend.Trend;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sim trends}: all pictures of a plant, and the page that shows them. */
@Command(
        name = "trends",
        mixinStandardHelpOptions = true,
        description = {
            "画一套装置的全部趋势图：冷态开车和每个故障 / draws all pictures of a plant: cold start and every fault",
            "故障从正常工况开始 2 min 后投入，无人操作 / faults begin after 2 min of the normal condition; nobody acts"
        })
final class TrendsCommand implements Callable<Integer> {
    @Option(names = "--plant", required = true, description = "装置编号或装置包文件夹 / plant id or folder of a pack")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    @Option(names = "--tick", defaultValue = "0.5", description = "步长 / tick, s")
    private double tick;

    @Option(names = "--out", required = true, description = "写入的文件夹 / folder to write to")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--page",
            description = "另写一页 Markdown，配每张图的说明 / a page in Markdown too, with a sentence for each picture")
    private @Nullable Path page;

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Numbers.within("--tick", tick, 0.01, 1);
        PlantPack pack = PlantPack.load(PackSource.named(plant));
        TrendStory stories = new TrendStory(pack, tick);
        TrendPage text = page == null ? null : new TrendPage(pack, page, out);
        ArrayNode files = JsonNodeFactory.instance.arrayNode();
        PrintWriter stdout = spec.commandLine().getOut();
        for (String story : stories.names()) {
            String footer =
                    "openots sim trend --plant " + pack.id() + " --story " + story + " --tick " + Numbers.plain(tick);
            Trend trend = stories.tell(new TrendStory.Wish(story, null, List.of(), footer));
            Path file = out.resolve(TrendStory.planned(story) + ".svg");
            int bytes = TrendFiles.write(file, trend);
            files.addObject().put("story", story).put("file", file.toString()).put("bytes", bytes);
            if (text != null) {
                text.add(story, trend, stories.seen(story));
            }
            if (!json) {
                stdout.println("已写入 / written: " + file);
                stdout.flush();
            }
        }
        if (page != null && text != null) {
            TrendFiles.write(page, text.text());
        }
        if (json) {
            stdout.println(files);
        }
        stdout.flush();
        return 0;
    }
}
