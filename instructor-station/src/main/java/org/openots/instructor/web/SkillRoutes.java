package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.skill.Advice;
import org.openots.instructor.skill.Certificate;
import org.openots.instructor.skill.SkillDesk;
import org.openots.instructor.skill.SkillError;
import org.openots.instructor.skill.Standing;
import org.openots.instructor.skill.Subject;
import org.openots.instructor.store.People;
import org.openots.instructor.strategy.StrategyDesk;

/** Subjects: which task covers which function of a certificate. Skills: who has them, and what to train next. */
final class SkillRoutes {
    private static final Set<Role> READERS = Set.of(Role.INSTRUCTOR, Role.SUPERVISOR);
    private static final Set<Role> INSTRUCTOR = Set.of(Role.INSTRUCTOR);
    private static final Set<Role> STUDENT = Set.of(Role.STUDENT);
    /** Functions that a class is told to train next. */
    private static final int CLASS_ADVICE = 3;

    private final SkillDesk desk;
    private final PlantLibrary library;
    private final StrategyDesk strategies;
    private final People people;

    SkillRoutes(ServerParts parts) {
        this.desk = parts.skills();
        this.library = parts.library();
        this.strategies = parts.strategies();
        this.people = new People(parts.database());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/subjects", READERS, this::subjects);
        table.add("GET", "/api/subjects/{id}", INSTRUCTOR, this::subject);
        table.add("GET", "/api/skills", READERS, this::group);
        table.add("GET", "/api/my/skills", STUDENT, this::mine);
    }

    private void subjects(Context ctx) {
        List<Certificate> certificates = desk.map().certificates();
        List<Subject> all = desk.subjects();
        ObjectNode node = Json.object();
        ArrayNode list = node.putArray("certificates");
        for (Certificate one : certificates) {
            ObjectNode certificate = list.addObject().put("code", one.code());
            certificate.set("title", Json.text(one.title()));
            certificate.set("functions", SkillJson.functions(one, all));
        }
        ArrayNode plants = node.putArray("plants");
        all.stream()
                .map(Subject::plant)
                .distinct()
                .forEach(plant -> plants.addObject().put("id", plant).set("title", Json.text(plant(plant))));
        ArrayNode tasks = node.putArray("tasks");
        for (Subject one : all) {
            ObjectNode task = SkillJson.subject(one);
            SkillJson.shown(task, one, certificates);
            page(one).ifPresent(page -> task.put("page", page));
            tasks.add(task);
        }
        ArrayNode mistakes = node.putArray("mistakes");
        desk.map()
                .mistakes()
                .forEach(one -> mistakes.add(
                        Json.text(new LocalText(one.in(Locale.SIMPLIFIED_CHINESE), one.in(Locale.ENGLISH)))));
        Json.answer(ctx, node);
    }

    private LocalText plant(String id) {
        return library.pack(id).map(pack -> pack.title()).orElse(new LocalText(id, id));
    }

    /** Where a teacher looks at a task; those in runs are shown by their outline alone. */
    private static Optional<String> page(Subject subject) {
        return switch (subject.kind()) {
            case RUN -> Optional.empty();
            case DRILL -> Optional.of("/hazop/drills/" + subject.id());
            case HAZOP -> Optional.of("/hazop-preview/" + subject.id());
        };
    }

    private void subject(Context ctx) {
        String id = ctx.pathParam("id");
        Subject found = desk.subjects().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.TASK_UNKNOWN, Brief.of(id)));
        ObjectNode node = SkillJson.subject(found);
        SkillJson.outline(node, found, desk.map().certificates());
        Json.answer(ctx, node);
    }

    private Map<String, Person> students(String group) {
        Map<String, Person> students = new LinkedHashMap<>();
        people.students().stream()
                .filter(person -> group.isEmpty() || person.classId().equals(group))
                .sorted(Comparator.comparing(Person::classId)
                        .thenComparing(Person::seat)
                        .thenComparing(Person::account))
                .forEach(person -> students.put(person.account(), person));
        return students;
    }

    /** The tasks that a class is offered. */
    private List<Subject> offered(SkillDesk.Table table, String group) {
        Optional<Set<String>> runs = strategies.offered(group);
        return table.subjects().stream()
                .filter(one -> one.kind() != Subject.Kind.RUN
                        || runs.isEmpty()
                        || runs.get().contains(one.id()))
                .toList();
    }

    private void group(Context ctx) {
        TreeSet<String> classes = new TreeSet<>();
        people.students().stream()
                .map(Person::classId)
                .filter(id -> !id.isEmpty())
                .forEach(classes::add);
        String group = Optional.ofNullable(ctx.queryParam("class")).orElse("");
        if (!group.isEmpty() && !classes.contains(group)) {
            throw new OtsException(SkillError.CLASS_UNKNOWN, Brief.of(group));
        }
        String code = Optional.ofNullable(ctx.queryParam("certificate"))
                .orElse(desk.map().certificates().get(0).code());
        Map<String, Person> students = students(group);
        SkillDesk.Table table = desk.table(code, students.keySet());
        ObjectNode node = Json.object().put("certificate", code);
        node.set("certificates", SkillJson.certificates(desk.map()));
        ArrayNode names = node.putArray("classes");
        classes.forEach(names::add);
        node.set("rules", SkillJson.rules());
        Standing mean = SkillDesk.mean(table);
        node.set("functions", SkillJson.standing(table, mean, List.of()));
        SkillJson.people(node, table, students);
        ArrayNode advice = node.putArray("next");
        if (!students.isEmpty()) {
            Advice.of(mean, offered(table, group), CLASS_ADVICE)
                    .forEach(one -> advice.add(advice(one, table, students)));
        }
        Json.answer(ctx, node);
    }

    /** What the class is to train, with those who need it most first. */
    private static ObjectNode advice(Advice.Next next, SkillDesk.Table table, Map<String, Person> students) {
        ObjectNode node = SkillJson.next(next);
        ArrayNode list = node.putArray("students");
        table.people().standings().entrySet().stream()
                .filter(one -> one.getValue().mastery(next.function()) < Advice.READY)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Standing> one) ->
                                one.getValue().mastery(next.function()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> list.add(SkillJson.person(one.getKey(), students)
                        .put("mastery", one.getValue().mastery(next.function()))));
        return node;
    }

    private void mine(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        String code = Optional.ofNullable(ctx.queryParam("certificate"))
                .orElseGet(() -> desk.certificateOf(person.account()));
        SkillDesk.Table table = desk.table(code, List.of(person.account()));
        Standing standing = table.people().of(person.account());
        List<Subject> offered = offered(table, person.classId());
        ObjectNode node = Json.object().put("certificate", code);
        node.set("certificates", SkillJson.certificates(desk.map()));
        node.set("rules", SkillJson.rules());
        node.set("functions", SkillJson.standing(table, standing, offered));
        ArrayNode other = node.putArray("other");
        offered.stream()
                .filter(task -> desk.map().certificates().stream()
                        .noneMatch(one -> task.main(one).isPresent()))
                .forEach(task -> other.add(SkillJson.subject(task)));
        Advice.of(standing, offered, 1).forEach(one -> node.set("next", SkillJson.next(one)));
        Json.answer(ctx, node);
    }
}
