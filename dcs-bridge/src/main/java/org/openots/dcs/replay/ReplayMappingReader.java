package org.openots.dcs.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.common.unit.Units.Unit;
import org.openots.dcs.map.MappedTag;

/** Reads mappings of recordings ({@code openots-replay-mapping}). */
public final class ReplayMappingReader {
    private static final int LAST_HEADER = 1000;
    private static final Map<String, Character> SEPARATORS = Map.of(",", ',', ";", ';', "tab", '\t', "|", '|');
    private static final List<String> BAD = List.of("Bad", "I/O Timeout", "No Data", "NaN", "坏点", "坏值");

    private ReplayMappingReader() {}

    /** Decimal signs. */
    private enum Decimal {
        POINT,
        COMMA
    }

    /**
     * Reads a mapping.
     *
     * @param file its root; mistakes go to its findings
     * @return what it says; not to be used when there is a mistake
     */
    public static ReplayMapping read(JsonCursor file) {
        file.requireFormat("openots-replay-mapping", "1.0");
        ReplayMapping.Csv csv = csv(file.optional("csv"));
        ReplayMapping.TimeColumn time = time(file.at("time"));
        Optional<ReplayMapping.ReadingRows> rows = file.optional("rows")
                .map(node -> new ReplayMapping.ReadingRows(
                        node.at("tag").text(),
                        node.at("value").text(),
                        node.optional("quality").map(JsonCursor::text)));
        JsonCursor list = file.at("columns");
        List<ReplayMapping.Column> columns = list.list(ReplayMappingReader::column);
        if (list.isArray() && columns.isEmpty()) {
            list.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        once(list);
        file.finish();
        return new ReplayMapping(csv, time, rows, columns);
    }

    private static void once(JsonCursor list) {
        Set<String> names = new HashSet<>();
        for (JsonCursor column : list.isArray() ? list.items() : List.<JsonCursor>of()) {
            String tag = column.at("tag").text();
            if (!names.add(tag)) {
                column.at("tag").report(CommonError.JSON_DUPLICATE_NAME, tag);
            }
        }
    }

    private static ReplayMapping.Csv csv(Optional<JsonCursor> node) {
        int header = node.flatMap(n -> n.optional("headerLine"))
                .map(n -> n.integer(0, LAST_HEADER))
                .orElse(1);
        int data = node.flatMap(n -> n.optional("dataLine"))
                .map(n -> n.integer(header + 1, 2 * LAST_HEADER))
                .orElse(header + 1);
        return new ReplayMapping.Csv(
                node.flatMap(n -> n.optional("encoding"))
                        .map(n -> n.oneOf(ReplayMapping.Encoding.class))
                        .orElse(ReplayMapping.Encoding.AUTO),
                node.flatMap(n -> n.optional("separator")).flatMap(ReplayMappingReader::separator),
                node.flatMap(n -> n.optional("decimal"))
                                .map(n -> n.oneOf(Decimal.class))
                                .orElse(Decimal.POINT)
                        == Decimal.COMMA,
                header,
                data,
                node.flatMap(n -> n.optional("missing"))
                        .map(n -> n.list(JsonCursor::text))
                        .orElse(List.of()),
                node.flatMap(n -> n.optional("bad"))
                        .map(n -> n.list(JsonCursor::text))
                        .orElse(BAD));
    }

    private static Optional<Character> separator(JsonCursor place) {
        String word = place.text();
        if (!word.equals("auto") && !SEPARATORS.containsKey(word)) {
            place.report(CommonError.JSON_NOT_ALLOWED, word, "auto , ; tab |");
        }
        return Optional.ofNullable(SEPARATORS.get(word));
    }

    private static ReplayMapping.TimeColumn time(JsonCursor node) {
        List<String> columns = node.optional("column")
                .map(n -> n.isArray() ? n.list(JsonCursor::text) : List.of(n.text()))
                .orElse(List.of());
        RowClock.Form form =
                node.optional("form").map(n -> n.oneOf(RowClock.Form.class)).orElse(RowClock.Form.DATE_TIME);
        if (columns.isEmpty() && form != RowClock.Form.ELAPSED && node.isPresent()) {
            node.report(
                    ReplayError.FIELD_NEEDED,
                    "column",
                    new LocalText("只有 form 为 elapsed 时可以不写", "it can be left out with the form elapsed only"));
        }
        Optional<DateTimeFormatter> pattern =
                form == RowClock.Form.PATTERN ? Optional.of(pattern(node.at("pattern"))) : Optional.empty();
        boolean elapsed = form == RowClock.Form.ELAPSED;
        Instant start = elapsed ? instant(node.at("start")) : Instant.EPOCH;
        double step = elapsed ? node.at("step").quantity("s") * 1000 : 1;
        if (step <= 0) {
            node.at("step").report(CommonError.JSON_NUMBER_RANGE, step, new LocalText("必须大于 0", "must be positive"));
        }
        return new ReplayMapping.TimeColumn(
                columns,
                new RowClock(form, pattern, node.optional("zone").map(ReplayMappingReader::zone), start, step));
    }

    private static DateTimeFormatter pattern(JsonCursor place) {
        try {
            return DateTimeFormatter.ofPattern(place.text(), Locale.ROOT);
        } catch (IllegalArgumentException e) {
            place.report(ReplayError.NO_PATTERN, place.text());
            return DateTimeFormatter.ISO_INSTANT;
        }
    }

    private static ZoneId zone(JsonCursor place) {
        try {
            return ZoneId.of(place.text());
        } catch (DateTimeException e) {
            place.report(ReplayError.NO_PATTERN, place.text());
            return ZoneOffset.UTC;
        }
    }

    private static Instant instant(JsonCursor place) {
        String text = place.text();
        try {
            return text.isBlank() ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            place.report(ReplayError.NO_PATTERN, text);
            return Instant.EPOCH;
        }
    }

    private static ReplayMapping.Column column(JsonCursor node) {
        Unit in = unit(node.at("unit"));
        Unit out = node.optional("as").map(ReplayMappingReader::unit).orElse(in);
        if (!in.dimension().equals(out.dimension())) {
            node.nearest("as").report(ReplayError.OTHER_DIMENSION, in.symbol(), out.symbol());
        }
        MappedTag.Conversion conversion = new MappedTag.Conversion(
                in,
                out,
                node.optional("gain").map(JsonCursor::number).orElse(1.0),
                node.optional("bias").map(JsonCursor::number).orElse(0.0));
        return new ReplayMapping.Column(
                node.at("column").text(),
                node.at("tag").text(),
                conversion,
                node.optional("quality").map(JsonCursor::text));
    }

    private static Unit unit(JsonCursor place) {
        String symbol = place.text();
        try {
            return Units.of(symbol.isBlank() ? "1" : symbol);
        } catch (OtsException e) {
            place.report(
                    CommonError.JSON_QUANTITY,
                    new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH)));
            return Units.of("1");
        }
    }
}
