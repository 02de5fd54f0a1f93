package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.common.json.JsonLines;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.hazop.scoring.ScoringError;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Study;

/** The answers of a file, one JSON object a line, and what is wrong with its other lines. */
final class AnswerLines {
    private static final String ID = "id";
    private static final String DEVIATION = "deviation_id";
    private static final String COLUMN = "column";
    private static final String TEXT = "text";

    private final Study study;
    private final List<Answer> answers = new ArrayList<>();
    private final List<BadLine> bad = new ArrayList<>();
    private final List<BadLine> repeated = new ArrayList<>();
    private final Map<String, Integer> firstLines = new HashMap<>();

    private AnswerLines(Study study) {
        this.study = study;
    }

    /**
     * An answer that can be scored.
     *
     * @param id whose it is, in the words of the file
     * @param deviationId a deviation of the study
     * @param column the column it stands in
     * @param text the answer
     */
    record Answer(String id, String deviationId, Column column, String text) {}

    /**
     * Reads a file of answers to a study.
     *
     * @throws org.openots.common.error.OtsException if the file cannot be read
     */
    static AnswerLines read(Path file, Study study) {
        AnswerLines lines = new AnswerLines(study);
        JsonLines.read(file).forEach(lines::add);
        return lines;
    }

    /** The answers, in the order of the file. */
    List<Answer> answers() {
        return answers;
    }

    /** Mistakes of the lines without an answer; a line may have several. */
    List<BadLine> bad() {
        return bad;
    }

    /** Lines whose id an earlier one has; they are answers all the same. */
    List<BadLine> repeated() {
        return repeated;
    }

    private void add(JsonLines.Line line) {
        line.mistakes().forEach(mistake -> bad.add(BadLine.of(line.number(), mistake)));
        line.object().ifPresent(object -> add(line.number(), object));
    }

    private void add(int line, ObjectNode object) {
        Optional<String> id = text(line, object, ID);
        Optional<String> deviation = text(line, object, DEVIATION).filter(given -> isKnown(line, given));
        Optional<Column> column = text(line, object, COLUMN).flatMap(word -> column(line, word));
        Optional<String> text = text(line, object, TEXT);
        if (id.isEmpty() || deviation.isEmpty() || column.isEmpty() || text.isEmpty()) {
            return;
        }
        Integer first = firstLines.putIfAbsent(id.get(), line);
        if (first != null) {
            repeated.add(BadLine.of(line, HeadlessError.ID_TWICE, Brief.of(id.get()), first));
        }
        answers.add(new Answer(id.get(), deviation.get(), column.get(), text.get()));
    }

    /** The text of a field; reports a field that is not there or is something else. */
    private Optional<String> text(int line, ObjectNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            bad.add(BadLine.of(line, HeadlessError.FIELD_MISSING, field));
        } else if (!value.isTextual()) {
            bad.add(BadLine.of(line, HeadlessError.FIELD_NOT_TEXT, field, kind(value), Brief.of(value.toString())));
        }
        return Optional.ofNullable(value.textValue());
    }

    private static LocalText kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> new LocalText("数", "the number");
            case BOOLEAN -> new LocalText("逻辑值", "the truth value");
            case NULL -> new LocalText("空值", "the empty value");
            case ARRAY -> new LocalText("数组", "the array");
            default -> new LocalText("对象", "the object");
        };
    }

    private boolean isKnown(int line, String deviation) {
        if (study.deviation(deviation).isPresent()) {
            return true;
        }
        String known = study.deviations().stream().map(Deviation::id).collect(Collectors.joining(" "));
        bad.add(BadLine.of(line, ScoringError.NO_DEVIATION, Brief.of(deviation), known));
        return false;
    }

    private Optional<Column> column(int line, String word) {
        Optional<Column> column = Stream.of(Column.values())
                .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (column.isEmpty()) {
            String known = Stream.of(Column.values()).map(Column::word).collect(Collectors.joining(" "));
            bad.add(BadLine.of(line, HeadlessError.NO_COLUMN, Brief.of(word), known));
        }
        return column;
    }
}
