package org.openots.hazop.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.common.json.JsonCursor;
import org.openots.hazop.language.Lexicon.Relation;

/** Reads a lexicon ({@code hazop-lexicon} 1.0, and 1.1 with opposites and tricks). */
public final class LexiconReader {
    private static final String FORMAT = "hazop-lexicon";
    private static final String WITHOUT_TRICKS = "1.0";
    private static final String FORMAT_VERSION = "1.1";

    private final Normaliser normaliser;
    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Map<String, List<Concept>> chinese = new LinkedHashMap<>();
    private final Map<String, List<Concept>> english = new LinkedHashMap<>();

    private LexiconReader(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    /**
     * Reads a lexicon.
     *
     * @param root the file's root
     * @param normaliser what brings words into one form
     * @return the lexicon
     */
    public static Lexicon read(JsonCursor root, Normaliser normaliser) {
        return new LexiconReader(normaliser).lexicon(root);
    }

    private Lexicon lexicon(JsonCursor root) {
        String format = root.requireFormat(FORMAT, WITHOUT_TRICKS, FORMAT_VERSION);
        String version = root.at("version").text();
        root.at("concepts").items().forEach(this::concept);
        root.at("compounds").items().forEach(this::compound);
        List<Relation> relations = new ArrayList<>();
        for (JsonCursor relation : root.at("related").items()) {
            Optional<Concept> first = known(relation.at("a"));
            Optional<Concept> second = known(relation.at("b"));
            double similarity = relation.at("similarity").between(0, 1);
            if (first.isPresent() && second.isPresent()) {
                relations.add(new Relation(first.get(), second.get(), similarity));
            }
        }
        Usage usage = format.equals(FORMAT_VERSION) ? Usage.read(root, normaliser) : Usage.NONE;
        root.finish();
        return new Lexicon(version, concepts, chinese, english, relations, usage, normaliser);
    }

    private void concept(JsonCursor row) {
        Map<Concept.Axis, Integer> axes = new EnumMap<>(Concept.Axis.class);
        row.optional("axes").ifPresent(cursor -> {
            for (Concept.Axis axis : Concept.Axis.values()) {
                cursor.optional(axis.name().toLowerCase(Locale.ROOT))
                        .ifPresent(value -> axes.put(axis, value.integer(-1, 1)));
            }
        });
        Concept concept = new Concept(row.at("id").text(), row.at("kind").oneOf(Concept.Kind.class), axes);
        if (concepts.putIfAbsent(concept.id(), concept) != null) {
            row.at("id").report(LanguageError.DOUBLE_CONCEPT, concept.id());
        }
        words(row, "zh").forEach(form -> chinese.putIfAbsent(normaliser.normalise(form), List.of(concept)));
        words(row, "en").forEach(form -> english.putIfAbsent(stems(form), List.of(concept)));
    }

    private void compound(JsonCursor row) {
        List<Concept> means = row.at("means").items().stream()
                .flatMap(cursor -> known(cursor).stream())
                .toList();
        row.optional("zh").ifPresent(form -> chinese.put(normaliser.normalise(form.text()), means));
        row.optional("en").ifPresent(form -> english.put(stems(form.text()), means));
    }

    private Optional<Concept> known(JsonCursor cursor) {
        String id = cursor.text();
        Optional<Concept> found = Optional.ofNullable(concepts.get(id));
        if (found.isEmpty() && !id.isEmpty()) {
            cursor.report(LanguageError.UNKNOWN_CONCEPT, id);
        }
        return found;
    }

    private static List<String> words(JsonCursor row, String field) {
        return row.optional(field).map(list -> list.list(JsonCursor::text)).orElse(List.of());
    }

    private String stems(String phrase) {
        return Words.stems(normaliser.normalise(phrase));
    }
}
