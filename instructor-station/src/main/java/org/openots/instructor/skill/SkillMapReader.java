package org.openots.instructor.skill;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.TaskOutline;

/** Reads the two kinds of files about skills. */
final class SkillMapReader {
    static final String CERTIFICATE = "certificate-skills";
    static final String EVIDENCE = "skill-evidence";
    static final String VERSION = "1.0";

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,8}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final LocalText CODE_FORM = new LocalText("2 至 8 个大写字母", "2 to 8 capital letters");
    private static final LocalText ID_FORM = new LocalText(
            "以字母或数字开头，只有字母、数字、点、下划线和连字符，最多 64 个字符",
            "a letter or digit, then letters, digits, dots, underscores and hyphens, at most 64");
    private static final LocalText FUNCTION = new LocalText("职能", "function");
    private static final LocalText SKILL = new LocalText("技能", "skill");
    private static final LocalText TASK = new LocalText("任务", "task");
    private static final LocalText CODE_KIND = new LocalText("证书", "certificate");
    /** Items that a message names. */
    private static final int NAMED_ITEMS = 30;

    private SkillMapReader() {}

    static Certificate certificate(String file, byte[] json, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, findings);
        root.requireFormat(CERTIFICATE, VERSION);
        Set<String> ids = new HashSet<>();
        JsonCursor functions = root.at("functions");
        List<String> names =
                functions.items().stream().map(one -> one.at("id").text()).toList();
        Certificate certificate = new Certificate(
                form(root.at("certificate"), CODE, CODE_FORM),
                root.at("title").localText(),
                filled(functions).list(one -> function(one, names, ids)));
        root.finish();
        for (int i = 0; i < certificate.functions().size(); i++) {
            String id = certificate.functions().get(i).id();
            if (requires(certificate, id, id, new HashSet<>())) {
                functions.items().get(i).report(SkillError.CIRCLE, id);
            }
        }
        return certificate;
    }

    private static boolean requires(Certificate certificate, String from, String wanted, Set<String> seen) {
        return certificate.function(from).map(Certificate.Function::after).orElse(List.of()).stream()
                .anyMatch(one -> one.equals(wanted) || (seen.add(one) && requires(certificate, one, wanted, seen)));
    }

    private static Certificate.Function function(JsonCursor one, List<String> functions, Set<String> ids) {
        return new Certificate.Function(
                unique(one.at("id"), ids),
                one.at("title").localText(),
                one.optional("after")
                        .map(list -> list.list(name -> name.nameOf(functions, FUNCTION)))
                        .orElse(List.of()),
                filled(one.at("skills")).list(skill -> skill(skill, ids)));
    }

    private static Certificate.Skill skill(JsonCursor one, Set<String> ids) {
        EnumSet<Certificate.Level> levels = EnumSet.noneOf(Certificate.Level.class);
        filled(one.at("levels")).items().forEach(level -> {
            if (!levels.add(level.oneOf(Certificate.Level.class))) {
                level.report(SkillError.DUPLICATE, level.text());
            }
        });
        return new Certificate.Skill(unique(one.at("id"), ids), one.at("title").localText(), levels);
    }

    private static String unique(JsonCursor field, Set<String> ids) {
        String id = form(field, ID, ID_FORM);
        if (!id.isBlank() && !ids.add(id)) {
            field.report(SkillError.DUPLICATE, id);
        }
        return id;
    }

    private static String form(JsonCursor field, Pattern form, LocalText words) {
        String id = field.text();
        if (!id.isBlank() && !form.matcher(id).matches()) {
            field.report(SkillError.ID_FORM, id, words);
        }
        return id;
    }

    private static JsonCursor filled(JsonCursor list) {
        if (list.isArray() && list.items().isEmpty()) {
            list.report(SkillError.EMPTY);
        }
        return list;
    }

    /** Tasks that a file of evidence may name, each with what it gives points for. */
    record Known(Map<String, Certificate> certificates, Map<String, TaskOutline> tasks, boolean strict) {}

    static Map<String, List<Evidence>> evidence(String file, byte[] json, Known known, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, findings);
        root.requireFormat(EVIDENCE, VERSION);
        String code = root.at("certificate").nameOf(known.certificates().keySet(), CODE_KIND);
        Set<String> skills = Optional.ofNullable(known.certificates().get(code)).stream()
                .flatMap(one -> one.functions().stream())
                .flatMap(one -> one.skills().stream())
                .map(Certificate.Skill::id)
                .collect(Collectors.toSet());
        Map<String, List<Evidence>> all = new LinkedHashMap<>();
        for (JsonCursor entry : filled(root.at("tasks")).items()) {
            List<Evidence> evidence = shows(entry, skills);
            for (JsonCursor task : filled(entry.at("tasks")).items()) {
                String id = known.strict() ? task.nameOf(known.tasks().keySet(), TASK) : task.text();
                if (all.put(id, evidence) != null) {
                    task.report(SkillError.DUPLICATE, id);
                }
                TaskOutline outline = known.tasks().get(id);
                if (outline != null) {
                    items(entry, id, outline);
                }
            }
        }
        root.finish();
        return all;
    }

    private static List<Evidence> shows(JsonCursor entry, Set<String> skills) {
        List<Evidence> all = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (JsonCursor one : filled(entry.at("evidence")).items()) {
            JsonCursor field = one.at("skill");
            String skill = skills.isEmpty() ? field.text() : field.nameOf(skills, SKILL);
            if (!skill.isBlank() && !named.add(skill)) {
                field.report(SkillError.DUPLICATE, skill);
            }
            List<String> items = new ArrayList<>();
            for (JsonCursor item : filled(one.at("items")).items()) {
                String name = item.text();
                if ((name.length() > 2 && name.substring(1, name.length() - 1).contains(Evidence.WHOLE))
                        || (name.length() > 1 && name.startsWith(Evidence.WHOLE) && name.endsWith(Evidence.WHOLE))) {
                    item.report(SkillError.ITEM_FORM, name);
                }
                items.add(name);
            }
            all.add(new Evidence(skill, items));
        }
        return all;
    }

    /** Names that a task known here does not have. */
    private static void items(JsonCursor entry, String task, TaskOutline outline) {
        for (JsonCursor one : entry.at("evidence").items()) {
            for (JsonCursor item : one.at("items").items()) {
                String name = item.text();
                if (!name.equals(Evidence.WHOLE)
                        && outline.items().stream().noneMatch(known -> Evidence.fits(name, known.id()))) {
                    item.report(SkillError.ITEM_UNKNOWN, name, task, names(outline));
                }
            }
        }
    }

    private static String names(TaskOutline outline) {
        Function<TaskOutline.Item, String> id = TaskOutline.Item::id;
        return outline.items().isEmpty()
                ? Evidence.WHOLE
                : outline.items().stream().map(id).limit(NAMED_ITEMS).collect(Collectors.joining(", "));
    }
}
