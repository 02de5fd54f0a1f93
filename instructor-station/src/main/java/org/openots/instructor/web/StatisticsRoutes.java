package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.report.ReportFormat;
import org.openots.instructor.report.StatisticsReport;
import org.openots.instructor.report.TableFiles;
import org.openots.instructor.report.TableReport;
import org.openots.instructor.statistics.ClassReport;
import org.openots.instructor.statistics.Comparison;
import org.openots.instructor.statistics.Distribution;
import org.openots.instructor.store.CountedRuns;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;

/** Statistics of closed runs: where a class loses points, how good the items are, whether two classes did equally well. */
final class StatisticsRoutes {
    private static final Set<Role> READERS = Set.of(Role.INSTRUCTOR, Role.SUPERVISOR);
    private static final List<String> KEEPS = List.of("best", "first", "latest");
    /** Pass mark of both certificates, points of 100. */
    private static final double PASS = 60;

    private static final double FULL = 100;
    private static final int CLASSES = 20;
    private static final int HARDEST = 3;
    private static final double LEAST_MARGIN = 0.1;
    private static final double USUAL_MARGIN = 5;

    private static final List<String> FORMATS = List.of(ReportFormat.XLSX.word(), ReportFormat.PDF.word());
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final LocalText ALL = new LocalText("全部班级", "all classes");
    private static final Map<ClassReport.Keep, LocalText> KEPT = Map.of(
            ClassReport.Keep.BEST, new LocalText("最好一次", "best run"),
            ClassReport.Keep.FIRST, new LocalText("第一次", "first run"),
            ClassReport.Keep.LATEST, new LocalText("最近一次", "latest run"));

    private final PlantLibrary library;
    private final HazopDesk desk;
    private final CountedRuns runs;
    private final People people;

    StatisticsRoutes(ServerParts parts) {
        this.library = parts.library();
        this.desk = parts.hazop();
        this.runs = parts.skills().runs();
        this.people = new People(parts.database());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/statistics", READERS, this::choices);
        table.add("GET", "/api/statistics/tasks/{id}", READERS, this::task);
        table.add("GET", "/api/statistics/tasks/{id}/comparison", READERS, this::comparison);
        table.add("GET", "/api/statistics/tasks/{id}/file", READERS, this::file);
    }

    /** Tasks that have results, with the classes that have some. */
    private void choices(Context ctx) {
        Map<String, Person> students = students();
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (RunIndex.Row row : runs.rows()) {
            Person owner = students.get(row.owner());
            if (owner != null) {
                counts.computeIfAbsent(row.task(), task -> new TreeMap<>()).merge(owner.classId(), 1, Integer::sum);
            }
        }
        ArrayNode list = Json.array();
        counts.forEach((task, classes) -> {
            ObjectNode node = list.addObject().put("id", task);
            node.set("title", Json.text(title(task)));
            ArrayNode groups = node.putArray("classes");
            classes.forEach((id, count) -> groups.addObject().put("id", id).put("runs", count));
        });
        Json.answer(ctx, list);
    }

    private Map<String, Person> students() {
        Map<String, Person> students = new HashMap<>();
        people.students().forEach(person -> students.put(person.account(), person));
        return students;
    }

    private LocalText title(String task) {
        return library.find(task).map(Task::title).orElse(new LocalText(task, task));
    }

    private static ClassReport.Keep keep(Context ctx) {
        String word = Optional.ofNullable(ctx.queryParam("keep")).orElse("best");
        if (!KEEPS.contains(word)) {
            throw new OtsException(StationError.FIELD_CHOICE, "keep", Brief.of(word), String.join(", ", KEEPS));
        }
        return ClassReport.Keep.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Closed runs of a task by students of a class, or of all. */
    private List<ClassReport.Result> results(String task, Optional<String> group, Map<String, Person> students) {
        List<RunIndex.Row> rows = runs.rows().stream()
                .filter(row -> row.task().equals(task))
                .filter(row -> Optional.ofNullable(students.get(row.owner()))
                        .filter(owner -> group.isEmpty() || owner.classId().equals(group.get()))
                        .isPresent())
                .toList();
        List<ClassReport.Result> results = new ArrayList<>();
        for (RunIndex.Row row : rows) {
            Double score = row.score();
            if (score != null) {
                List<ClassReport.Mark> list = runs.items(row.id()).stream()
                        .map(item -> new ClassReport.Mark(
                                new ClassReport.Item(item.kind(), item.id(), item.text()),
                                item.points(),
                                item.earned()))
                        .toList();
                results.add(new ClassReport.Result(row.owner(), row.id(), row.started(), score, list));
            }
        }
        return results;
    }

    private void task(Context ctx) {
        String task = ctx.pathParam("id");
        Map<String, Person> students = students();
        Optional<String> group = Optional.ofNullable(ctx.queryParam("class"));
        ClassReport report = ClassReport.of(results(task, group, students), keep(ctx), PASS);
        ObjectNode node = Json.object().put("id", task);
        node.set("title", Json.text(title(task)));
        StatisticsJson.report(node, report, students, HARDEST);
        double[] scores =
                report.results().stream().mapToDouble(ClassReport.Result::score).toArray();
        ObjectNode histogram = node.putObject("histogram").put("from", 0).put("to", FULL);
        ArrayNode counts = histogram.putArray("counts");
        for (int count : Distribution.histogram(scores, 0, FULL, CLASSES)) {
            counts.add(count);
        }
        Json.answer(ctx, node.put("pass", PASS));
    }

    /** The same as a workbook or to be printed. */
    private void file(Context ctx) {
        String task = ctx.pathParam("id");
        ReportFormat format = ReportFormat.of(chosen(ctx, "format", FORMATS)).orElseThrow();
        Locale locale = chosen(ctx, "lang", LANGUAGES).equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        ClassReport.Keep keep = keep(ctx);
        Map<String, Person> students = students();
        Optional<String> group = Optional.ofNullable(ctx.queryParam("class"));
        LocalText name = title(task);
        TableReport report = StatisticsReport.of(
                ClassReport.of(results(task, group, students), keep, PASS),
                students,
                new StatisticsReport.Subject(
                        new LocalText(task + " " + name.zh(), task + " " + name.en()),
                        group.map(one -> new LocalText(one, one)).orElse(ALL),
                        KEPT.getOrDefault(keep, ALL),
                        desk.today().toString()),
                locale);
        ctx.header("Content-Disposition", "attachment; filename=\"statistics." + format.extension() + "\"");
        ctx.contentType(format.mediaType());
        ctx.result(format == ReportFormat.PDF ? TableFiles.pdf(report) : TableFiles.xlsx(report));
    }

    private static String chosen(Context ctx, String name, List<String> choices) {
        String word = required(ctx, name);
        if (!choices.contains(word)) {
            throw new OtsException(StationError.FIELD_CHOICE, name, Brief.of(word), String.join(", ", choices));
        }
        return word;
    }

    private void comparison(Context ctx) {
        String task = ctx.pathParam("id");
        ClassReport.Keep keep = keep(ctx);
        Map<String, Person> students = students();
        double[] a = scores(task, required(ctx, "a"), keep, students);
        double[] b = scores(task, required(ctx, "b"), keep, students);
        double margin = margin(ctx);
        ObjectNode node =
                Json.object().put("margin", margin).put("first", a.length).put("second", b.length);
        Comparison.of(a, b, margin).ifPresent(one -> StatisticsJson.comparison(node, one));
        Json.answer(ctx, node);
    }

    private double[] scores(String task, String group, ClassReport.Keep keep, Map<String, Person> students) {
        return ClassReport.of(results(task, Optional.of(group), students), keep, PASS).results().stream()
                .mapToDouble(ClassReport.Result::score)
                .toArray();
    }

    private static String required(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name))
                .orElseThrow(() -> new OtsException(StationError.MISSING_FIELD, name));
    }

    private static double margin(Context ctx) {
        String word = ctx.queryParam("margin");
        if (word == null) {
            return USUAL_MARGIN;
        }
        double margin;
        try {
            margin = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new OtsException(StationError.FIELD_NOT_NUMBER, "margin", Brief.of(word));
        }
        if (!(margin >= LEAST_MARGIN && margin <= FULL)) {
            throw new OtsException(StationError.FIELD_RANGE, "margin", margin, LEAST_MARGIN, FULL);
        }
        return margin;
    }
}
