package org.openots.instructor.headless;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openots.common.text.LocalText;
import org.openots.instructor.headless.trend.Trend;
import org.openots.simulator.plant.PlantPack;

/** A page in Markdown that shows the pictures of a plant: what happened, what one sees, which interlocks and alarms came. */
final class TrendPage {
    /** Alarms named below a picture. */
    private static final int FIRST_ALARMS = 6;

    private static final int MINUTE = 60;

    private final StringBuilder text = new StringBuilder();
    private final String folder;

    /**
     * Begins the page.
     *
     * @param pack the plant
     * @param page where the page will lie
     * @param pictures folder of the pictures
     */
    TrendPage(PlantPack pack, Path page, Path pictures) {
        Path home = page.toAbsolutePath().normalize().getParent();
        Path there = pictures.toAbsolutePath().normalize();
        this.folder = (home == null ? there : home.relativize(there)).toString().replace('\\', '/');
        text.append("# ")
                .append(pack.title().zh())
                .append(" 趋势图 / Trends of ")
                .append(pack.id())
                .append("\n\n");
        text.append("由 `openots sim trends` 生成，请勿手改；图中无人操作（开车除外），故障在第 2 min 投入。\n");
        text.append(
                "Written by `openots sim trends`, not by hand. Nobody acts but in the start-up; a fault begins after 2 min.\n");
    }

    /**
     * Adds a picture.
     *
     * @param story its story
     * @param trend what it shows
     * @param seen what one sees and why
     */
    void add(String story, Trend trend, Optional<LocalText> seen) {
        String name = TrendStory.planned(story);
        text.append("\n## ").append(afterPlant(trend.title().zh())).append(" / ");
        String english = afterPlant(trend.title().en());
        text.append(english.startsWith(name) ? english.substring(name.length() + 1) : english)
                .append("\n\n");
        seen.ifPresent(s -> text.append(s.zh()).append("\n\n").append(s.en()).append("\n\n"));
        text.append(story.equals(TrendStory.COLD_START) ? "- 操作 / operated: " : "- 原因 / cause: ")
                .append(trend.subtitle().zh())
                .append(' ')
                .append(trend.subtitle().en())
                .append('\n');
        list("联锁 / trips", marks(trend, Trend.MarkKind.TRIP));
        if (!story.equals(TrendStory.COLD_START)) {
            List<Trend.Mark> alarms = marks(trend, Trend.MarkKind.ALARM);
            list("最先的报警 / first alarms", alarms.subList(0, Math.min(FIRST_ALARMS, alarms.size())));
        }
        text.append("\n![")
                .append(name)
                .append("](")
                .append(folder)
                .append('/')
                .append(name)
                .append(".svg)\n");
    }

    private static String afterPlant(String title) {
        return title.substring(title.indexOf('·') + 2);
    }

    private static List<Trend.Mark> marks(Trend trend, Trend.MarkKind kind) {
        return trend.marks().stream().filter(m -> m.kind() == kind).toList();
    }

    private void list(String name, List<Trend.Mark> marks) {
        if (!marks.isEmpty()) {
            text.append("- ").append(name).append(": ");
            text.append(marks.stream().map(TrendPage::mark).collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    private static String mark(Trend.Mark mark) {
        long seconds = Math.round(mark.time());
        return mark.text().zh() + String.format(Locale.ROOT, " %d:%02d", seconds / MINUTE, seconds % MINUTE);
    }

    /** The page. */
    String text() {
        return text.toString();
    }
}
