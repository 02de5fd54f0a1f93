package org.openots.hazop.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.report.ColumnProfile.Field;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.Vocabulary;

/** The column profiles of the suite, and those in files ({@code hazop-columns} 1.0). */
public final class ColumnProfiles {
    /** Names of the profiles that come with the suite: our own record table, and the usual Chinese one. */
    public static final List<String> SHIPPED = List.of("openots-record", "chinese-worksheet");

    private static final LocalText GUIDE_WORD = new LocalText("引导词", "guide word");
    private static final int MOST_HEADER_ROWS = 4;
    private static final int MOST_SEARCH_ROWS = 200;
    private static final String COLUMNS = "columns";

    private ColumnProfiles() {}

    /**
     * A profile by name.
     *
     * @param name name of a profile of the suite, or path of a file
     * @return the profile
     * @throws OtsException if there is neither, or with all mistakes of the file
     */
    public static ColumnProfile named(String name) {
        Findings findings = Findings.collecting();
        JsonCursor root;
        if (SHIPPED.contains(name)) {
            root = StrictJson.resource(ColumnProfiles.class, name + ".json", findings);
        } else {
            Path path = Path.of(name);
            if (!Files.isRegularFile(path)) {
                throw new OtsException(ReportError.NO_PROFILE, name, String.join(" ", SHIPPED));
            }
            root = StrictJson.read(path, findings);
        }
        return checked(root, findings);
    }

    /**
     * A profile that was read, or will be written.
     *
     * @param shown what messages call it
     * @param json the bytes of the file
     * @return the profile
     * @throws OtsException with all mistakes of the file
     */
    public static ColumnProfile of(String shown, byte[] json) {
        Findings findings = Findings.collecting();
        return checked(StrictJson.parse(shown, json, findings), findings);
    }

    private static ColumnProfile checked(JsonCursor root, Findings findings) {
        findings.throwIfAny();
        ColumnProfile profile = read(root);
        findings.throwIfAny();
        return profile;
    }

    /**
     * A profile of one's own: the words and separators of a profile of the suite, with columns chosen by their headings.
     *
     * @param base name of the profile of the suite
     * @param id id of the new one
     * @param title what it is for
     * @param headerRows rows of headings
     * @param columns text of the heading of each of our columns, as {@link SheetOutline#texts} has it
     * @return the root object of the file
     * @throws OtsException if the suite has no such profile
     */
    public static ObjectNode derived(
            String base, String id, LocalText title, int headerRows, Map<Field, String> columns) {
        if (!SHIPPED.contains(base)) {
            throw new OtsException(ReportError.NO_PROFILE, base, String.join(" ", SHIPPED));
        }
        ObjectNode root = (ObjectNode)
                StrictJson.copyOf(StrictJson.resource(ColumnProfiles.class, base + ".json", Findings.collecting()));
        root.put("id", id);
        root.putObject("title").put("zh", title.zh()).put("en", title.en());
        root.putArray("headerRows").add(headerRows);
        root.put("searchRows", MOST_SEARCH_ROWS);
        ObjectNode patterns = root.putObject(COLUMNS);
        fields().forEach((word, field) -> {
            if (columns.containsKey(field)) {
                patterns.put(word, literal(columns.get(field)));
            }
        });
        root.remove(List.of("strip", "unpaired", "notes", "tags"));
        return root;
    }

    /** A pattern that matches one text. */
    private static String literal(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
    }

    private static ColumnProfile read(JsonCursor root) {
        if (root.requireFormat("hazop-columns", "1.0").isEmpty()) {
            return new ColumnProfile(
                    "",
                    new LocalText("", ""),
                    layout(root),
                    Map.of(),
                    Map.of(),
                    new ColumnProfile.Words(Map.of(), Map.of()),
                    ColumnProfile.Beside.NOTHING);
        }
        Map<Field, Pattern> columns = patterns(root.at(COLUMNS));
        boolean enough = columns.containsKey(Field.CAUSE)
                && columns.containsKey(Field.CONSEQUENCE)
                && columns.containsKey(Field.SEVERITY)
                && columns.containsKey(Field.LIKELIHOOD)
                && (columns.containsKey(Field.PARAMETER) || columns.containsKey(Field.DEVIATION));
        if (!enough && root.at(COLUMNS).isMap()) {
            root.at(COLUMNS)
                    .report(
                            ReportError.PROFILE_COLUMNS,
                            "parameter / deviation, cause, consequence, severity, likelihood");
        }
        ColumnProfile profile = new ColumnProfile(
                NameForm.FILE.read(root.at("id")),
                root.at("title").localText(),
                layout(root),
                columns,
                root.optional("strip").map(ColumnProfiles::patterns).orElse(Map.of()),
                new ColumnProfile.Words(guideWords(root.at("guideWords")), parameters(root.at("parameters"))),
                new ColumnProfile.Beside(
                        root.optional("unpaired").map(ColumnProfiles::pattern),
                        root.optional("notes")
                                .map(place -> named(place, ColumnProfile.Note.values()))
                                .orElse(Map.of()),
                        root.optional("tags")
                                .map(place -> named(place, ColumnProfile.TagColumn.values()))
                                .orElse(Map.of())));
        root.finish();
        return profile;
    }

    private static ColumnProfile.Layout layout(JsonCursor root) {
        if (!root.isPresent()) {
            return new ColumnProfile.Layout(List.of(), 0, List.of(), Pattern.compile("\n"), Pattern.compile(""));
        }
        return new ColumnProfile.Layout(
                root.at("headerRows").list(c -> c.integer(1, MOST_HEADER_ROWS)),
                root.at("searchRows").integer(1, MOST_SEARCH_ROWS),
                root.at("carryDown").list(ColumnProfiles::field),
                pattern(root.at("separators")),
                pattern(root.at("numbering")));
    }

    private static Map<Field, Pattern> patterns(JsonCursor map) {
        Map<Field, Pattern> patterns = new LinkedHashMap<>();
        map.fields().forEach((name, place) -> {
            List<Field> known = fields().entrySet().stream()
                    .filter(entry -> entry.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .toList();
            Pattern pattern = pattern(place);
            if (known.isEmpty()) {
                place.report(ReportError.CHOICE, name, String.join(", ", fields().keySet()));
            } else {
                patterns.put(known.get(0), pattern);
            }
        });
        return patterns;
    }

    /** Patterns by the small words of an enum. */
    private static <E extends Enum<E>> Map<E, Pattern> named(JsonCursor map, E[] names) {
        Map<E, Pattern> patterns = new LinkedHashMap<>();
        for (E name : names) {
            map.optional(name.name().toLowerCase(java.util.Locale.ROOT))
                    .ifPresent(place -> patterns.put(name, pattern(place)));
        }
        return patterns;
    }

    private static Field field(JsonCursor place) {
        String word = place.text();
        Field found = fields().get(word);
        if (found == null) {
            place.report(ReportError.CHOICE, word, String.join(", ", fields().keySet()));
            return Field.NUMBER;
        }
        return found;
    }

    /**
     * Our columns by the word for each in a profile.
     *
     * @return for example {@code existingSeverity}
     */
    public static Map<String, Field> fields() {
        Map<String, Field> words = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            String[] parts = field.name().split("_", -1);
            StringBuilder word = new StringBuilder(parts[0].toLowerCase(java.util.Locale.ROOT));
            for (int i = 1; i < parts.length; i++) {
                word.append(parts[i].charAt(0)).append(parts[i].substring(1).toLowerCase(java.util.Locale.ROOT));
            }
            words.put(word.toString(), field);
        }
        return words;
    }

    private static Pattern pattern(JsonCursor place) {
        String text = place.text();
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            place.report(ReportError.BAD_PATTERN, text, String.valueOf(e.getDescription()));
            return Pattern.compile("");
        }
    }

    private static Map<String, List<String>> guideWords(JsonCursor map) {
        List<String> known =
                vocabulary().guideWords().stream().map(Vocabulary.GuideWord::id).toList();
        Map<String, List<String>> words = new LinkedHashMap<>();
        map.fields().forEach((id, place) -> {
            if (!known.contains(id)) {
                place.report(org.openots.common.error.CommonError.JSON_UNKNOWN_NAME, id, GUIDE_WORD);
            }
            words.put(id, new ArrayList<>(place.list(JsonCursor::text)));
        });
        return words;
    }

    private static Map<String, ColumnProfile.Parameter> parameters(JsonCursor map) {
        Map<String, ColumnProfile.Parameter> parameters = new LinkedHashMap<>();
        map.fields()
                .forEach((id, place) -> parameters.put(
                        id,
                        new ColumnProfile.Parameter(
                                place.at("text").localText(), place.at("words").list(JsonCursor::text))));
        return parameters;
    }

    /** The words of a shipped study: terms and guide words are those of the standards and the same in all. */
    static Vocabulary vocabulary() {
        return StudyFile.named(StudyFile.SHIPPED.get(0)).study().vocabulary();
    }
}
