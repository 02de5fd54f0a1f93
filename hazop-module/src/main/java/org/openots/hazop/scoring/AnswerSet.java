package org.openots.hazop.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;

/**
 * Answers that people have labelled, one JSON object a line: with ids of key items ({@code text}, {@code key_ids},
 * {@code near_key_id}) or, as in sets of others, with places in the row's list of items ({@code student_text},
 * {@code matched_key_index}, {@code near_key_index}).
 *
 * @param name where they come from
 * @param answers the answers
 * @param mistakes lines that could not be read, and why
 */
public record AnswerSet(String name, List<LabelledAnswer> answers, List<OtsException> mistakes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the lists. */
    public AnswerSet {
        answers = List.copyOf(answers);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Reads a set.
     *
     * @param name the file's name as shown to people
     * @param lines its lines
     * @param study the study whose key the labels speak of
     * @return the set; bad lines are told, not thrown
     */
    public static AnswerSet read(String name, List<String> lines, Study study) {
        List<LabelledAnswer> answers = new ArrayList<>();
        List<OtsException> mistakes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                answers.add(answer(name + ":" + (i + 1), JSON.readTree(lines.get(i)), study));
            } catch (JsonProcessingException e) {
                mistakes.add(new OtsException(ScoringError.BAD_LINE, name, i + 1, e.getOriginalMessage()));
            } catch (OtsException e) {
                mistakes.add(e);
            }
        }
        return new AnswerSet(name, answers, mistakes);
    }

    private static LabelledAnswer answer(String place, JsonNode node, Study study) {
        String deviationId = node.path("deviation_id").asText();
        Deviation row = study.deviation(deviationId)
                .orElseThrow(() -> new OtsException(
                        ScoringError.NO_DEVIATION,
                        deviationId,
                        study.deviations().stream().map(Deviation::id).collect(Collectors.joining(" "))));
        Column column = column(place, node.path("column").asText());
        List<? extends KeyItem> items = row.items(column);
        Set<String> keys = new HashSet<>();
        node.path("key_ids").forEach(id -> keys.add(known(place, id.asText(), row)));
        place(node, "matched_key_index", items).ifPresent(keys::add);
        Optional<String> near = node.hasNonNull("near_key_id")
                ? Optional.of(node.path("near_key_id").asText())
                : place(node, "near_key_index", items);
        return new LabelledAnswer(
                node.path("id").asText(),
                deviationId,
                column,
                node.path(node.has("text") ? "text" : "student_text").asText(),
                node.path("label").asText(),
                keys,
                near,
                node.hasNonNull("score") ? OptionalDouble.of(node.path("score").asDouble()) : OptionalDouble.empty());
    }

    /**
     * A column by its word.
     *
     * @param place where it stands, for the message
     * @param word for example {@code cause}
     * @return the column
     * @throws OtsException if there is none of that name
     */
    public static Column column(String place, String word) {
        return Stream.of(Column.values())
                .filter(column -> column.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new OtsException(
                        ScoringError.NO_COLUMN,
                        place,
                        word,
                        Stream.of(Column.values()).map(Column::word).collect(Collectors.joining(" "))));
    }

    private static String known(String place, String id, Deviation row) {
        if (!row.has(id)) {
            throw new OtsException(ScoringError.NO_KEY_ITEM, place, id, row.id());
        }
        return id;
    }

    private static Optional<String> place(JsonNode node, String field, List<? extends KeyItem> items) {
        int index = node.hasNonNull(field) ? node.path(field).asInt(-1) : -1;
        return index >= 0 && index < items.size() ? Optional.of(items.get(index).id()) : Optional.empty();
    }

    /**
     * The answers by the id of the one item they fully earn.
     *
     * @param sets labelled sets
     * @return accepted texts by key item, in the order of the sets
     */
    public static Map<String, List<String>> accepted(List<AnswerSet> sets) {
        return sets.stream()
                .flatMap(set -> set.answers().stream())
                .filter(answer ->
                        answer.score().orElse(0) == 1 && answer.keyIds().size() == 1)
                .collect(Collectors.groupingBy(
                        answer -> answer.keyIds().iterator().next(),
                        TreeMap::new,
                        Collectors.mapping(LabelledAnswer::text, Collectors.toList())));
    }
}
