package org.openots.instructor.hazop;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.hazop.drill.DrillRules;
import org.openots.instructor.catalog.HazopTaskSource;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.store.RunIndex;

/** The drills of abnormal situations as tasks of the catalogue; how far a person is stands in the index of runs. */
public final class DrillTasks implements HazopTaskSource {
    private final PlantLibrary library;
    private final RunIndex runs;

    /**
     * Makes the source.
     *
     * @param library drills
     * @param runs runs of all persons
     */
    public DrillTasks(PlantLibrary library, RunIndex runs) {
        this.library = library;
        this.runs = runs;
    }

    @Override
    public List<OfferedTask> tasks() {
        return library.drills().stream()
                .map(drill -> new OfferedTask(
                        drill.path("id").asText(),
                        "M1",
                        drill.path("level").asText(),
                        drill.path("plant").asText(),
                        new LocalText(
                                drill.path("title").path("zh").asText(),
                                drill.path("title").path("en").asText()),
                        drill.path("minutes").asInt(),
                        Optional.of("/hazop/drills/" + drill.path("id").asText())))
                .toList();
    }

    @Override
    public Optional<Standing> standing(String account, String task) {
        List<RunIndex.Row> mine =
                runs.of(account).stream().filter(row -> row.task().equals(task)).toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Optional<RunIndex.Row> open = mine.stream().filter(row -> !row.closed()).findFirst();
        RunIndex.Row last = open.orElse(mine.get(0));
        Optional<Double> best = mine.stream()
                .filter(RunIndex.Row::closed)
                .flatMap(row -> score(row.score()).stream())
                .max(Double::compare);
        return Optional.of(new Standing(
                open.isPresent() ? "open" : "submitted",
                (open.isPresent() ? "/run/" : "/score/") + last.id(),
                best,
                Optional.empty(),
                best.orElse(0.0) >= DrillRules.PASS));
    }

    private static Optional<Double> score(@Nullable Double score) {
        return Optional.ofNullable(score);
    }
}
