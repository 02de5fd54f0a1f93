package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.PeopleError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.LessonPlans;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;
import org.openots.instructor.strategy.Strategy;
import org.openots.instructor.strategy.StrategyStore;
import org.openots.instructor.strategy.StrategyVersion;

/** Lessons of a class, in order and by date: planned by its instructor, shown to its students. */
final class LessonRoutes {
    private static final Set<Role> INSTRUCTOR = Set.of(Role.INSTRUCTOR);
    private static final int MOST_LESSONS = 60;
    private static final int MOST_TASKS = 20;
    private static final int LONGEST = 64;
    private static final Set<String> FIELDS = Set.of("title", "strategy", "tasks", "opens", "due");

    private final LessonPlans plans;
    private final People people;
    private final RunIndex index;
    private final PlantLibrary library;
    private final StrategyStore strategies;
    private final Clock clock;

    LessonRoutes(ServerParts parts) {
        this.plans = new LessonPlans(parts.database());
        this.people = new People(parts.database());
        this.index = new RunIndex(parts.database());
        this.library = parts.library();
        this.strategies = parts.strategies().store();
        this.clock = parts.database().clock();
    }

    void register(RouteTable table) {
        table.add("GET", "/api/lessons", INSTRUCTOR, this::plan);
        table.add("POST", "/api/lessons", INSTRUCTOR, this::save);
        table.add("GET", "/api/my/lessons", Set.of(Role.STUDENT), this::mine);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /** Training strategies in use. */
    private List<StrategyVersion> offered() {
        return strategies.all().stream()
                .flatMap(view -> view.inUse().stream())
                .filter(version -> version.state() == Strategy.State.PUBLISHED)
                .toList();
    }

    private void plan(Context ctx) {
        ObjectNode answer = Json.object();
        ArrayNode classes = answer.putArray("classes");
        new TreeSet<>(people.students().stream()
                        .map(Person::classId)
                        .filter(id -> !id.isEmpty())
                        .toList())
                .forEach(classes::add);
        ArrayNode choices = answer.putArray("strategies");
        offered()
                .forEach(version -> choices.addObject()
                        .put("id", version.document().id())
                        .set("title", Json.text(version.document().title())));
        String classId = Optional.ofNullable(ctx.queryParam("class"))
                .orElse(classes.isEmpty() ? "" : classes.get(0).asText());
        LessonPlans.Plan plan = plans.of(classId);
        answer.put("class", classId).put("saved", plan.at()).put("by", plan.by());
        List<Person> students = people.students().stream()
                .filter(person -> person.classId().equals(classId))
                .toList();
        Map<String, List<RunIndex.Row>> runs = new TreeMap<>();
        students.forEach(person -> runs.put(person.account(), index.of(person.account())));
        ArrayNode lessons = answer.putArray("lessons");
        for (LessonPlans.Lesson lesson : plan.lessons()) {
            ObjectNode node = node(lesson);
            long done = runs.values().stream()
                    .filter(rows -> lesson.tasks().stream().allMatch(task -> best(rows, task, lesson) != null))
                    .count();
            lessons.add(node.put("done", done).put("students", students.size()));
        }
        Json.answer(ctx, answer.put("today", today().toString()));
    }

    /** The best result of a task since its lesson began; nothing when there is none. */
    private static @Nullable Double best(List<RunIndex.Row> rows, String task, LessonPlans.Lesson lesson) {
        long from =
                lesson.opens().atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
        return rows.stream()
                .filter(row -> row.closed() && row.record() && row.task().equals(task) && row.started() >= from)
                .map(RunIndex.Row::score)
                .filter(score -> score != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private ObjectNode node(LessonPlans.Lesson lesson) {
        ObjectNode node = Json.object().put("title", lesson.title()).put("strategy", lesson.strategy());
        ArrayNode tasks = node.putArray("tasks");
        for (String id : lesson.tasks()) {
            ObjectNode task = tasks.addObject().put("id", id);
            library.find(id).map(Task::title).ifPresent(title -> task.set("title", Json.text(title)));
        }
        return node.put("opens", lesson.opens().toString())
                .put("due", lesson.due().toString());
    }

    private void save(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "class", "saved", "lessons");
        String classId = body.text("class", 1, LONGEST);
        long seen = (long) body.number("saved", 0, Long.MAX_VALUE, 0);
        List<LessonPlans.Lesson> lessons = new ArrayList<>();
        for (JsonNode one : body.list("lessons", MOST_LESSONS)) {
            lessons.add(lesson(one, lessons.size() + 1));
        }
        plans.save(Gatekeeper.person(ctx).account(), classId, seen, lessons);
        LessonPlans.Plan plan = plans.of(classId);
        Json.answer(
                ctx,
                Json.object()
                        .put("saved", plan.at())
                        .put("lessons", plan.lessons().size()));
    }

    private LessonPlans.Lesson lesson(JsonNode node, int number) {
        node.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new OtsException(
                        StationError.UNKNOWN_FIELD, Brief.of(field), String.join(", ", new TreeSet<>(FIELDS)));
            }
        });
        String title = text(node, "title");
        String strategy = text(node, "strategy");
        Set<String> tasks = new LinkedHashSet<>();
        node.path("tasks").forEach(task -> tasks.add(library.task(task.asText()).id()));
        if (!strategy.isEmpty() && tasks.isEmpty()) {
            tasks.addAll(tasksOf(strategy));
        } else if (!strategy.isEmpty()) {
            tasksOf(strategy);
        }
        if (tasks.isEmpty()) {
            throw new OtsException(PeopleError.LESSON_EMPTY, number);
        }
        if (tasks.size() > MOST_TASKS) {
            throw new OtsException(StationError.FIELD_RANGE, "tasks", tasks.size(), 1, MOST_TASKS);
        }
        LocalDate opens = date(node, "opens");
        LocalDate due = date(node, "due");
        if (due.isBefore(opens)) {
            throw new OtsException(PeopleError.LESSON_DATES, number, opens.toString(), due.toString());
        }
        return new LessonPlans.Lesson(title, strategy, List.copyOf(tasks), opens, due);
    }

    private List<String> tasksOf(String strategy) {
        StrategyVersion version = offered().stream()
                .filter(one -> one.document().id().equals(strategy))
                .findFirst()
                .orElseThrow(() -> new OtsException(PeopleError.STRATEGY_UNKNOWN, Brief.of(strategy)));
        return version.document().units().orElse(List.of()).stream()
                .flatMap(unit -> unit.tasks().stream())
                .filter(task -> library.find(task).isPresent())
                .distinct()
                .toList();
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        if (text.length() > LONGEST) {
            throw new OtsException(StationError.FIELD_LENGTH, field, text.length(), 0, LONGEST);
        }
        return text;
    }

    private static LocalDate date(JsonNode node, String field) {
        String text = node.path(field).asText("");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new OtsException(PeopleError.DATE_FORM, field, Brief.of(text));
        }
    }

    /** What a student's class does: what he has done of it, what is due, and what comes. */
    private void mine(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        LocalDate today = today();
        List<RunIndex.Row> rows = index.of(person.account());
        ArrayNode lessons = Json.array();
        for (LessonPlans.Lesson lesson : plans.of(person.classId()).lessons()) {
            ObjectNode node = node(lesson);
            boolean all = true;
            for (JsonNode task : node.path("tasks")) {
                Double best = best(rows, task.path("id").asText(), lesson);
                all &= best != null;
                ((ObjectNode) task).put("done", best != null);
                if (best != null) {
                    ((ObjectNode) task).put("best", best);
                }
            }
            String state = all
                    ? "done"
                    : today.isBefore(lesson.opens()) ? "later" : today.isAfter(lesson.due()) ? "late" : "now";
            lessons.add(node.put("state", state));
        }
        Json.answer(ctx, lessons);
    }
}
