package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.instructor.people.Person;
import org.openots.instructor.skill.Advice;
import org.openots.instructor.skill.Certificate;
import org.openots.instructor.skill.Evidence;
import org.openots.instructor.skill.SkillDesk;
import org.openots.instructor.skill.SkillMap;
import org.openots.instructor.skill.SkillParameters;
import org.openots.instructor.skill.SkillState;
import org.openots.instructor.skill.Standing;
import org.openots.instructor.skill.Subject;
import org.openots.instructor.skill.Trial;
import org.openots.instructor.statistics.KnowledgeTracing;

/** Subjects and skills as JSON; what cannot be said is absent, not 0. */
final class SkillJson {
    private SkillJson() {}

    static ArrayNode certificates(SkillMap map) {
        ArrayNode all = Json.array();
        for (Certificate one : map.certificates()) {
            all.addObject().put("code", one.code()).set("title", Json.text(one.title()));
        }
        return all;
    }

    /** The functions of a certificate with their skills, as the catalogue shows them. */
    static ArrayNode functions(Certificate certificate, List<Subject> subjects) {
        ArrayNode all = Json.array();
        for (Certificate.Function function : certificate.functions()) {
            ObjectNode node = function(function);
            all.add(node);
            ArrayNode skills = node.putArray("skills");
            for (Certificate.Skill skill : function.skills()) {
                ObjectNode one = skill(skill);
                skills.add(one);
                one.put(
                        "tasks",
                        subjects.stream()
                                .filter(task -> task.share(skill.id()) > 0)
                                .count());
            }
        }
        return all;
    }

    private static ObjectNode function(Certificate.Function function) {
        ObjectNode node = Json.object().put("id", function.id());
        node.set("title", Json.text(function.title()));
        ArrayNode after = node.putArray("after");
        function.after().forEach(after::add);
        return node;
    }

    private static ObjectNode skill(Certificate.Skill skill) {
        ObjectNode node = Json.object().put("id", skill.id());
        node.set("title", Json.text(skill.title()));
        ArrayNode levels = node.putArray("levels");
        for (Certificate.Level level : Certificate.Level.values()) {
            if (skill.levels().contains(level)) {
                levels.add(level.word());
            }
        }
        return node;
    }

    static ObjectNode subject(Subject subject) {
        ObjectNode node = Json.object()
                .put("id", subject.id())
                .put("kind", subject.kind().word())
                .put("plant", subject.plant())
                .put("level", subject.level())
                .put("minutes", subject.minutes());
        node.set("title", Json.text(subject.title()));
        return node;
    }

    /** Which functions a task shows, with the share of its points, the main one by itself. */
    static void shown(ObjectNode node, Subject subject, List<Certificate> certificates) {
        ObjectNode shares = node.putObject("functions");
        for (Certificate certificate : certificates) {
            for (Certificate.Function function : certificate.functions()) {
                double share = subject.share(function);
                if (share > 0) {
                    shares.put(function.id(), share);
                }
            }
            subject.main(certificate).ifPresent(main -> node.put("main", main.id()));
        }
    }

    /** What a task gives and takes points for, and which skill each item shows. */
    static void outline(ObjectNode node, Subject subject, List<Certificate> certificates) {
        ArrayNode items = node.putArray("items");
        subject.outline().items().forEach(item -> {
            ObjectNode one = items.addObject().put("id", item.id()).put("points", item.points());
            if (!item.text().zh().isEmpty()) {
                one.set("text", Json.text(item.text()));
            }
            ArrayNode skills = one.putArray("skills");
            subject.evidence().stream()
                    .filter(evidence -> !evidence.whole() && evidence.shownBy(item.id()))
                    .forEach(evidence ->
                            named(evidence, certificates).ifPresent(skill -> skills.add(Json.text(skill.title()))));
        });
        ArrayNode whole = node.putArray("whole");
        subject.evidence().stream()
                .filter(Evidence::whole)
                .forEach(evidence ->
                        named(evidence, certificates).ifPresent(skill -> whole.add(Json.text(skill.title()))));
        ArrayNode penalties = node.putArray("penalties");
        subject.outline()
                .penalties()
                .forEach(penalty ->
                        penalties.addObject().put("points", penalty.points()).set("text", Json.text(penalty.text())));
    }

    private static Optional<Certificate.Skill> named(Evidence evidence, List<Certificate> certificates) {
        return certificates.stream()
                .flatMap(one -> one.skill(evidence.skill()).stream())
                .findFirst();
    }

    static ObjectNode rules() {
        return Json.object().put("well", Trial.WELL).put("ready", Advice.READY).put("mastered", Advice.MASTERED);
    }

    /** Where somebody stands in each function, with the skills of each. */
    static ArrayNode standing(SkillDesk.Table table, Standing standing, List<Subject> offered) {
        ArrayNode all = Json.array();
        Certificate certificate = table.certificate();
        for (Certificate.Function function : certificate.functions()) {
            ObjectNode node = function(function);
            all.add(node);
            mastery(node, standing, function);
            ArrayNode skills = node.putArray("skills");
            for (Certificate.Skill skill : function.skills()) {
                ObjectNode one = skill(skill);
                skills.add(one);
                Optional.ofNullable(standing.skills().get(skill.id())).ifPresent(state -> state(one, state));
                Optional.ofNullable(table.people().parameters().get(skill.id()))
                        .ifPresent(parameters -> one.set("parameters", parameters(parameters)));
            }
            ArrayNode tasks = node.putArray("tasks");
            offered.stream()
                    .filter(task -> task.main(certificate)
                            .filter(main -> main.id().equals(function.id()))
                            .isPresent())
                    .forEach(task -> tasks.add(subject(task)));
        }
        return all;
    }

    static void mastery(ObjectNode node, Standing standing, Certificate.Function function) {
        double mastery = standing.mastery(function);
        if (Double.isFinite(mastery)) {
            node.put("mastery", mastery).put("trials", standing.trials(function));
        }
    }

    private static void state(ObjectNode node, SkillState state) {
        node.put("mastery", state.mastery()).put("trials", state.trials());
        if (state.trials() > 0) {
            node.put("last", Instant.ofEpochMilli(state.last()).toString());
        }
        if (Double.isFinite(state.share())) {
            node.put("share", state.share());
        }
    }

    static ObjectNode parameters(SkillParameters one) {
        KnowledgeTracing tracing = one.tracing();
        return Json.object()
                .put("known", tracing.known())
                .put("learned", tracing.learned())
                .put("slip", tracing.slip())
                .put("guess", tracing.guess())
                .put("fitted", one.fitted());
    }

    static ObjectNode next(Advice.Next next) {
        ObjectNode node = Json.object().put("mastery", next.mastery()).put("trials", next.trials());
        node.set("function", function(next.function()));
        node.set("task", subject(next.task()));
        node.put("share", next.share());
        if (next.last() > 0) {
            node.put("last", Instant.ofEpochMilli(next.last()).toString());
        }
        if (Double.isFinite(next.best())) {
            node.put("best", next.best());
        }
        return node;
    }

    /** A class: each student with his mastery of each function, null where no task trains it. */
    static void people(ObjectNode node, SkillDesk.Table table, Map<String, Person> students) {
        ArrayNode list = node.putArray("students");
        table.people().standings().forEach((account, standing) -> {
            ObjectNode one = person(account, students);
            list.add(one);
            ArrayNode row = one.putArray("mastery");
            int trials = 0;
            for (Certificate.Function function : table.certificate().functions()) {
                double mastery = standing.mastery(function);
                if (Double.isFinite(mastery)) {
                    row.add(mastery);
                } else {
                    row.addNull();
                }
                trials += standing.trials(function);
            }
            one.put("trials", trials);
        });
    }

    static ObjectNode person(String account, Map<String, Person> students) {
        Optional<Person> person = Optional.ofNullable(students.get(account));
        return Json.object()
                .put("account", account)
                .put("name", person.map(Person::name).orElse(account))
                .put("seat", person.map(Person::seat).orElse(""));
    }
}
