package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openots.instructor.headless.trend.Trend;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sim trends}: all pictures of a plant, and the page that shows them. */
@Command(
        name = "trends",
        mixinStandardHelpOptions = true,
        description = {
            "画一套装置的全部趋势图：冷态开车和每个故障 / draws all pictures of a plant: cold start and every fault",
            "故障从正常工况开始 2 min 后投入，无人操作 / faults begin after 2 min of the normal condition; nobody acts"
        })
final class TrendsCommand implements Callable<Integer> {
    @Mixin
    private final PlantOption plant = new PlantOption();

    @Mixin
    private final TickOption tick = new TickOption();

    @Option(names = "--out", required = true, description = "写入的文件夹 / folder to write to")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--page",
            description = {
                "另写一页 Markdown，只画绘图方案中写有说明的图 / a page in Markdown too; then only the pictures",
                "of which the plan says what one sees"
            })
    private @Nullable Path page;

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        double seconds = tick.seconds();
        PlantPack pack = plant.load();
        TrendStory stories = new TrendStory(pack, seconds);
        TrendPage text = page == null ? null : new TrendPage(pack, page, out);
        ArrayNode files = JsonNodeFactory.instance.arrayNode();
        PrintWriter stdout = output.out();
        for (String story : page == null ? stories.names() : stories.told()) {
            String footer = "openots sim trend --plant " + pack.id() + " --story " + story + " --tick "
                    + Numbers.plain(seconds);
            Trend trend = stories.tell(new TrendStory.Wish(story, null, List.of(), footer));
            Path file = out.resolve(TrendStory.planned(story) + ".svg");
            int bytes = TrendFiles.write(file, trend);
            files.addObject().put("story", story).put("file", file.toString()).put("bytes", bytes);
            if (text != null) {
                text.add(story, trend, stories.seen(story));
            }
            if (!output.wanted()) {
                stdout.println("已写入 / written: " + file);
                stdout.flush();
            }
        }
        if (page != null && text != null) {
            TrendFiles.write(page, text.text());
        }
        if (output.wanted()) {
            stdout.println(files);
        }
        stdout.flush();
        return 0;
    }
}
