package org.openots.instructor.skill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.hazop.task.SheetPart;
import org.openots.hazop.task.TaskCatalogue;
import org.openots.hazop.task.TaskForm;
import org.openots.hazop.task.TrainingTask;
import org.openots.instructor.catalog.HazopTaskSource;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.catalog.TaskOutline;

/** All tasks that a station offers, of whatever kind, as they stand now. */
final class Subjects {
    /** Seed of a form of which only the ids and points count; they are the same for every seed but for drawn questions. */
    private static final long ANY = 0;

    private static final double SECONDS = 60;
    private static final LocalText NAMELESS = new LocalText("", "");
    /** Columns of a worksheet that are scored; its points are counted as spread evenly over them. */
    static final List<String> COLUMNS = List.of("cause", "consequence", "safeguards", "recommendations", "risk");

    static final String SHEET = "sheet/";
    static final String AUDIT = SHEET + "audit";

    private final PlantLibrary library;
    private final TaskCatalogue hazop;
    private final List<HazopTaskSource> sources;

    Subjects(PlantLibrary library, TaskCatalogue hazop, List<HazopTaskSource> sources) {
        this.library = library;
        this.hazop = hazop;
        this.sources = sources;
    }

    /** What each task gives points for, by id. */
    Map<String, TaskOutline> outlines() {
        Map<String, TaskOutline> all = new LinkedHashMap<>();
        library.tasks().forEach(task -> all.put(task.id(), library.outline(task.id())));
        for (HazopTaskSource source : sources) {
            source.tasks().forEach(task -> all.put(task.id(), outline(task.id())));
        }
        return all;
    }

    List<Subject> all(SkillMap map) {
        List<Subject> all = new ArrayList<>();
        for (Task task : library.tasks()) {
            all.add(new Subject(
                    task.id(),
                    Subject.Kind.RUN,
                    task.plant(),
                    task.level(),
                    task.title(),
                    (int) Math.round(task.timeLimitSeconds() / SECONDS),
                    "",
                    library.outline(task.id()),
                    map.of(task.id())));
        }
        for (HazopTaskSource source : sources) {
            for (HazopTaskSource.OfferedTask task : source.tasks()) {
                all.add(new Subject(
                        task.id(),
                        hazop.find(task.id()).isPresent() ? Subject.Kind.HAZOP : Subject.Kind.DRILL,
                        task.plant(),
                        task.level(),
                        task.title(),
                        task.minutes(),
                        task.module(),
                        outline(task.id()),
                        map.of(task.id())));
            }
        }
        return all;
    }

    TaskOutline outline(String id) {
        Optional<TrainingTask> task = hazop.find(id);
        return task.map(this::outline).orElseGet(() -> library.outline(id));
    }

    private TaskOutline outline(TrainingTask task) {
        List<TaskOutline.Item> items = new ArrayList<>();
        for (TaskForm.Page page : hazop.form(task, ANY).pages()) {
            page.questions()
                    .forEach(question -> items.add(new TaskOutline.Item(
                            page.id() + "/" + question.id(),
                            question.head().prompt(),
                            question.head().weight())));
        }
        task.sheet().ifPresent(sheet -> items.addAll(sheet(sheet)));
        return new TaskOutline(items, List.of());
    }

    private static List<TaskOutline.Item> sheet(SheetPart sheet) {
        List<TaskOutline.Item> items = new ArrayList<>();
        COLUMNS.forEach(
                column -> items.add(new TaskOutline.Item(SHEET + column, NAMELESS, sheet.weight() / COLUMNS.size())));
        if (sheet.auditWeight() > 0) {
            items.add(new TaskOutline.Item(AUDIT, NAMELESS, sheet.auditWeight()));
        }
        return items;
    }
}
