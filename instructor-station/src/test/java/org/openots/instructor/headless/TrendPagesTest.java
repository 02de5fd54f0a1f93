package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.instructor.headless.trend.SvgText;
import org.openots.simulator.plant.PlantPack;

/** The pages of trend pictures show every planned story of plant B and the cold starts, with the sentences of the plans. */
class TrendPagesTest {
    private static final Path DOCS = Path.of("..", "docs");

    /** A picture loads at once over a school's line and the repository stays light, bytes. */
    private static final long LARGEST = 60_000;

    private static void require(String page, String plant, String story, TrendStory stories) throws IOException {
        String name = TrendStory.planned(story);
        Path picture = DOCS.resolve("img/plants").resolve(plant).resolve(name + ".svg");
        assertThat(Files.size(picture)).as(name).isBetween(5_000L, LARGEST);
        assertThat(SvgText.lines(SvgText.parse(Files.readString(picture)))).hasSizeGreaterThan(8);
        assertThat(page).contains("../img/plants/" + plant + "/" + name + ".svg");
        LocalText seen = stories.seen(story).orElseThrow();
        assertThat(page).contains(seen.zh(), seen.en());
    }

    @Test
    void everyPlannedFaultOfPlantBHasItsPicture() throws IOException {
        TrendStory stories = new TrendStory(PlantPack.shipped("debutanizer"), 0.5);
        String page = Files.readString(DOCS.resolve("model/trends-plant-b.md"));
        List<String> names = stories.told();
        assertThat(names).hasSize(21);
        for (String story : names) {
            require(page, "debutanizer", story, stories);
        }
    }

    @Test
    void coldStartsOfTheOthersHaveTheirs() throws IOException {
        String page = Files.readString(DOCS.resolve("model/trends.md"));
        for (String plant : List.of("ethanol-water-rig", "ethanol-water-column")) {
            require(page, plant, TrendStory.COLD_START, new TrendStory(PlantPack.shipped(plant), 0.5));
        }
    }
}
