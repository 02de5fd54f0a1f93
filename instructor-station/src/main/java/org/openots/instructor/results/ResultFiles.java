package org.openots.instructor.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.instructor.report.TableFiles;
import org.openots.instructor.report.TableReport;
import org.openots.instructor.report.TableReport.Cell;
import org.openots.instructor.report.TableReport.Column;

/** Results as files. The same results give the same bytes. */
public final class ResultFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final double SECONDS = 60;
    private static final double MILLISECONDS = 1000;

    private ResultFiles() {}

    /** The files results can be taken out as. */
    public enum Format {
        /** Statements of the Experience API, one a line. */
        XAPI("jsonl", "application/jsonl"),
        /** Our own format. */
        JSON("json", "application/json"),
        /** A workbook. */
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        /**
         * The word on the wire and on the command line.
         *
         * @return for example {@code xapi}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * All words.
         *
         * @return in declaration order
         */
        public static List<String> words() {
            return Arrays.stream(values()).map(Format::word).toList();
        }

        /**
         * The format of a word.
         *
         * @param word for example {@code xapi}
         * @return the format, or nothing
         */
        public static Optional<Format> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }

        /**
         * End of the file's name.
         *
         * @return without the dot
         */
        public String extension() {
            return extension;
        }

        /**
         * What the file is.
         *
         * @return media type
         */
        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * How they are written.
     *
     * @param format the file
     * @param actor how people are told
     * @param base what names in statements begin with
     * @param zone time zone of a workbook
     * @param locale language of a workbook
     */
    public record Style(Format format, Actor actor, String base, ZoneId zone, Locale locale) {}

    /**
     * Writes results.
     *
     * @param results the results
     * @param style how
     * @return the file
     * @throws org.openots.common.error.OtsException if the base is no IRI
     */
    public static byte[] write(List<Result> results, Style style) {
        return switch (style.format()) {
            case XAPI -> statements(results, new XapiStatements(style.base(), style.actor()));
            case JSON -> bytes(json(results, style.actor())).getBytes(StandardCharsets.UTF_8);
            case XLSX -> TableFiles.xlsx(table(results, style));
        };
    }

    private static byte[] statements(List<Result> results, XapiStatements statements) {
        StringBuilder lines = new StringBuilder();
        results.forEach(result ->
                statements.of(result).forEach(one -> lines.append(bytes(one)).append('\n')));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static ObjectNode json(List<Result> results, Actor actor) {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("format", "results").put("formatVersion", "1.0");
        ArrayNode list = root.putArray("results");
        results.forEach(result -> list.add(json(result, actor)));
        return root;
    }

    private static ObjectNode json(Result result, Actor actor) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", result.id())
                .put("kind", result.kind())
                .put("account", actor.account(result.who()));
        if (actor == Actor.NAME) {
            node.put("name", result.who().name())
                    .put("seat", result.who().seat())
                    .put("class", result.who().group());
        }
        Result.Task task = result.task();
        node.put("task", task.id());
        text(node, "title", task.title());
        node.put("plant", task.plant()).put("level", task.level());
        put(node, "certificate", task.certificate());
        put(node, "function", task.function());
        node.put("started", Instant.ofEpochMilli(result.times().started()).toString());
        if (result.times().closed() > 0) {
            node.put("closed", Instant.ofEpochMilli(result.times().closed()).toString());
            node.put(
                    "durationSeconds", (result.times().closed() - result.times().started()) / MILLISECONDS);
        }
        if (Double.isFinite(result.times().modelSeconds())) {
            node.put("modelSeconds", result.times().modelSeconds());
        }
        result.score()
                .ifPresent(score -> node.put("score", score.points())
                        .put("pass", score.pass())
                        .put("passed", score.passed()));
        Result.Origin origin = result.origin();
        node.put("evidence", origin.evidence());
        put(node, "engine", origin.engine());
        put(node, "plantSha256", origin.plantHash());
        put(node, "rubricSha256", origin.rubricHash());
        put(node, "strategy", origin.strategy());
        put(node, "scenario", origin.scenario());
        put(node, "journalSha256", origin.journal());
        node.put("journalIntact", origin.intact());
        ArrayNode items = node.putArray("items");
        for (Result.Mark mark : result.items()) {
            ObjectNode one = items.addObject().put("kind", mark.kind()).put("id", mark.id());
            if (!mark.text().zh().isEmpty()) {
                text(one, "text", mark.text());
            }
            one.put("points", mark.points()).put("earned", mark.earned());
        }
        return node;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void text(ObjectNode node, String name, LocalText text) {
        node.putObject(name).put("zh", text.zh()).put("en", text.en());
    }

    private static TableReport table(List<Result> results, Style style) {
        Words words = new Words(style.locale());
        List<Column> columns = new ArrayList<>(List.of(new Column(words.of("账号", "Account"), 16)));
        if (style.actor() == Actor.NAME) {
            columns.add(new Column(words.of("姓名", "Name"), 14));
            columns.add(new Column(words.of("座号", "Seat"), 8));
            columns.add(new Column(words.of("班级", "Class"), 12));
        }
        columns.addAll(List.of(
                new Column(words.of("任务", "Task"), 16),
                new Column(words.of("名称", "Title"), 40),
                new Column(words.of("装置", "Plant"), 22),
                new Column(words.of("级别", "Level"), 12),
                new Column(words.of("职能", "Function"), 28),
                new Column(words.of("开始", "Begun"), 18),
                new Column(words.of("结束", "Closed"), 18),
                new Column(words.of("用时，min", "Time taken, min"), 12),
                new Column(words.of("模型时间，min", "Time in the plant, min"), 14),
                new Column(words.of("得分", "Score"), 8),
                new Column(words.of("及格", "Passed"), 8),
                new Column(words.of("依据", "Evidence"), 16),
                new Column(words.of("策略", "Strategy"), 24),
                new Column(words.of("记录", "Record"), 26)));
        List<List<Cell>> rows =
                results.stream().map(one -> row(one, style, words)).toList();
        return new TableReport(
                style.locale(),
                words.of("培训成绩", "Training results"),
                words.of("培训成绩", "Training results"),
                "",
                List.of(new TableReport.Fact(words.of("记录数", "Records"), Cell.number(results.size(), 0))),
                List.of(new TableReport.Table(words.of("成绩", "Results"), columns, rows)));
    }

    private record Words(Locale locale) {
        String of(String zh, String en) {
            return new LocalText(zh, en).in(locale);
        }
    }

    private static List<Cell> row(Result one, Style style, Words words) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(style.actor().account(one.who()))));
        if (style.actor() == Actor.NAME) {
            row.add(Cell.text(one.who().name()));
            row.add(Cell.text(one.who().seat()));
            row.add(Cell.text(one.who().group()));
        }
        Result.Times times = one.times();
        row.addAll(List.of(
                Cell.text(one.task().id()),
                Cell.text(one.task().title().in(style.locale())),
                Cell.text(one.task().plant()),
                Cell.text(one.task().level()),
                Cell.text(one.task().functionTitle().in(style.locale())),
                Cell.text(minute(times.started(), style.zone())),
                Cell.text(times.closed() > 0 ? minute(times.closed(), style.zone()) : ""),
                Cell.number(
                        times.closed() > 0 ? (times.closed() - times.started()) / MILLISECONDS / SECONDS : Double.NaN,
                        1),
                Cell.number(times.modelSeconds() / SECONDS, 1),
                Cell.number(one.score().map(Result.Score::points).orElse(Double.NaN), 1),
                Cell.text(one.score()
                        .map(score -> score.passed() ? words.of("是", "yes") : words.of("否", "no"))
                        .orElse("")),
                Cell.text(one.origin().evidence()),
                Cell.text(one.origin().strategy()),
                Cell.text(one.id())));
        return row;
    }

    private static String minute(long at, ZoneId zone) {
        return MINUTE.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(at), zone));
    }
}
