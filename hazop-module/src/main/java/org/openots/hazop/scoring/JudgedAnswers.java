package org.openots.hazop.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openots.common.json.JsonCursor;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;

/**
 * Answers to the suite's studies that people have judged, as a file. They count for an item, or a row, only as long as
 * the study words it as it was worded when they were judged.
 */
final class JudgedAnswers {
    private static final String FORMAT = "hazop-judged-answers";
    private static final String FORMAT_VERSION = "1.0";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> accepted = new TreeMap<>();
    private final Map<String, List<String>> rejected = new TreeMap<>();
    private final Map<String, List<String>> outside = new TreeMap<>();

    private JudgedAnswers() {}

    static JudgedAnswers read(JsonCursor root) {
        root.requireFormat(FORMAT, FORMAT_VERSION);
        JudgedAnswers judged = new JudgedAnswers();
        for (JsonCursor item : root.at("items").items()) {
            String place = place(item.at("id").text(), item.at("item").text());
            judged.accepted.put(place, item.at("accepted").list(JsonCursor::text));
            judged.rejected.put(place, item.at("rejected").list(JsonCursor::text));
        }
        for (JsonCursor row : root.at("rows").items()) {
            String place = place(row.at("id").text(), row.at("deviation").text());
            JsonCursor sound = row.at("outside");
            for (Column column : Column.values()) {
                judged.outside.put(
                        place + " " + column.word(), sound.at(column.word()).list(JsonCursor::text));
            }
        }
        root.finish();
        return judged;
    }

    private static String place(String id, String wording) {
        return id + " " + wording;
    }

    /**
     * What was judged of a study.
     *
     * @param study the study
     * @return the judged answers of the items and rows that it words as then
     */
    AnswerBank of(Study study) {
        Map<String, List<String>> right = new TreeMap<>();
        Map<String, List<String>> wrong = new TreeMap<>();
        Map<String, List<String>> sound = new TreeMap<>();
        study.keyItems().forEach(item -> {
            String place = place(item.id(), item.text().zh());
            take(accepted, place, item.id(), right);
            take(rejected, place, item.id(), wrong);
        });
        for (Deviation row : study.deviations()) {
            for (Column column : Column.values()) {
                String place = place(row.id(), row.text().zh()) + " " + column.word();
                take(outside, place, AnswerBank.cell(row.id(), column), sound);
            }
        }
        return new AnswerBank(right, wrong, sound);
    }

    private static void take(
            Map<String, List<String>> from, String place, String name, Map<String, List<String>> into) {
        List<String> texts = from.getOrDefault(place, List.of());
        if (!texts.isEmpty()) {
            into.put(name, texts);
        }
    }

    /**
     * Writes what labelled sets teach as a file.
     *
     * @param courses studies with their sets
     * @return JSON text
     */
    static String toJson(List<StudySets> courses) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("formatVersion", FORMAT_VERSION);
        ArrayNode items = root.putArray("items");
        ArrayNode rows = root.putArray("rows");
        for (StudySets course : courses) {
            AnswerBank bank = AnswerBank.of(course.sets());
            course.study().keyItems().forEach(item -> write(items, item, bank));
            course.study().deviations().forEach(row -> write(rows, row, bank));
        }
        try {
            return JSON.writeValueAsString(root).replace("{\"id\"", "\n{\"id\"") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    private static void write(ArrayNode items, KeyItem item, AnswerBank bank) {
        List<String> right = bank.accepted().getOrDefault(item.id(), List.of());
        List<String> wrong = bank.rejected().getOrDefault(item.id(), List.of());
        if (!right.isEmpty() || !wrong.isEmpty()) {
            ObjectNode node = items.addObject();
            node.put("id", item.id()).put("item", item.text().zh());
            texts(node.putArray("accepted"), right);
            texts(node.putArray("rejected"), wrong);
        }
    }

    private static void write(ArrayNode rows, Deviation row, AnswerBank bank) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", row.id()).put("deviation", row.text().zh());
        ObjectNode sound = node.putObject("outside");
        boolean any = false;
        for (Column column : Column.values()) {
            List<String> texts = bank.outside().getOrDefault(AnswerBank.cell(row.id(), column), List.of());
            texts(sound.putArray(column.word()), texts);
            any |= !texts.isEmpty();
        }
        if (any) {
            rows.add(node);
        }
    }

    private static void texts(ArrayNode list, List<String> texts) {
        texts.stream().distinct().forEach(list::add);
    }
}
