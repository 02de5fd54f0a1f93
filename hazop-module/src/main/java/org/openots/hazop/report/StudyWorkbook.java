package org.openots.hazop.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;
import org.openots.hazop.report.StudyTable.Column;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyReader;
import org.openots.hazop.study.StudyWriter;

/**
 * A whole study with its key as a workbook that people edit, and back: every value of the study stands in one visible
 * cell and nowhere else, a row for each item, ids in narrow columns. What is read equals what was written.
 */
public final class StudyWorkbook {
    private final ObjectNode study;
    private final XSSFWorkbook book;
    private final Palette palette;

    private StudyWorkbook(ObjectNode study, XSSFWorkbook book) {
        this.study = study;
        this.book = book;
        this.palette = new Palette(book);
    }

    /**
     * Writes a study.
     *
     * @param study the study; one of version 0.1 is raised to 1.0
     * @return an XLSX file; the same study gives the same bytes
     * @throws org.openots.common.error.OtsException if a text is too long for a cell
     */
    public static byte[] write(Study study) {
        ObjectNode json = StudyWriter.json(study);
        return XlsxFile.write(book -> new StudyWorkbook(json, book).sheets());
    }

    /**
     * Reads a study.
     *
     * @param shown what messages call the file
     * @param file the bytes of an XLSX file
     * @param findings where mistakes go, each with sheet, row and column; with any, the result must not be used
     * @return the study; nothing if there are mistakes
     * @throws org.openots.common.error.OtsException if it is no workbook
     */
    public static Optional<Study> read(String shown, byte[] file, Findings findings) {
        try (XSSFWorkbook book = XlsxFile.open(shown, file)) {
            Findings cells = Findings.collecting();
            StudySheets sheets = new StudySheets(shown, book, cells);
            ObjectNode json = sheets.json();
            cells.all().forEach(findings::report);
            if (!cells.isEmpty()) {
                return Optional.empty();
            }
            Findings content = Findings.collecting();
            Optional<Study> study = StudyReader.read(shown, json.toString().getBytes(StandardCharsets.UTF_8), content);
            content.all().forEach(mistake -> findings.report(moved(shown, mistake, sheets.places())));
            return content.isEmpty() ? study : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    /** The mistake at the cell its value came from. */
    private static Finding moved(String shown, Finding mistake, Map<String, String> places) {
        String pointer = mistake.pointer();
        while (!places.containsKey(pointer) && pointer.contains("/")) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        Localizable words = locale -> mistake.ruleIn(locale) + " " + mistake.hintIn(locale);
        return new Finding(
                shown,
                places.getOrDefault(pointer, "/" + StudyTables.HEAD),
                ReportError.CONTENT,
                List.of(words),
                mistake.value());
    }

    private void sheets() {
        head();
        terms();
        for (StudyTable table : StudyTables.all()) {
            Page page = page(table.sheet(), table.columns());
            StudyRows.of(study, table).forEach(row -> row(page, table.columns(), row));
        }
    }

    private void head() {
        Page page = new Page(book.createSheet(StudyTables.HEAD), palette, true, 34, 16, 90);
        LocalText note = ReportWords.both("workbook.note");
        page.across(Palette.Look.NOTE, note.zh() + "\n" + note.en());
        for (Column column : StudyTables.head()) {
            int row = page.next();
            page.cell(row, 0, Palette.Look.KEY, column.heading());
            page.cell(row, 1, Palette.Look.KEY, column.path());
            JsonNode value = CellCodec.find(study, column);
            String text = value.isArray() ? CellCodec.list(value) : value.asText();
            page.cell(row, 2, Palette.Look.TEXT, text);
            page.height(row, CellText.lines(text, page.width(2)) * Page.LINE_HEIGHT);
            page.advance(1);
        }
    }

    private void terms() {
        Page page = page(StudyTables.TERMS, StudyTables.terms());
        study.path("terminology")
                .properties()
                .forEach(entry -> page.row(
                        Palette.Look.TEXT,
                        List.of(
                                entry.getKey(),
                                entry.getValue().path("zh").asText(),
                                entry.getValue().path("iec").asText())));
    }

    private Page page(String name, List<Column> columns) {
        double[] widths = columns.stream().mapToDouble(Column::width).toArray();
        Page page = new Page(book.createSheet(name), palette, true, widths);
        page.head(columns.stream().map(Column::heading).toList());
        page.row(Palette.Look.KEY, columns.stream().map(Column::path).toList());
        page.repeat(0, 1, columns.get(0).kind() == StudyTable.Kind.OWNER ? 2 : 1);
        return page;
    }

    private void row(Page page, List<Column> columns, StudyRows.Row row) {
        int at = page.next();
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            JsonNode value = CellCodec.find(row.json(), column);
            switch (column.kind()) {
                case NUMBER, INTEGER -> {
                    if (value.isNumber()) {
                        page.number(at, i, value.doubleValue());
                    } else {
                        page.cell(at, i, Palette.Look.TEXT, "");
                    }
                }
                case BOOL -> {
                    XSSFCell cell = page.cell(at, i, Palette.Look.CENTER, "");
                    if (value.isBoolean()) {
                        cell.setCellValue(value.booleanValue());
                    }
                }
                default -> {
                    String text = text(row, column, value);
                    page.cell(at, i, i == 0 ? Palette.Look.KEY : Palette.Look.TEXT, text);
                    lines = Math.max(lines, CellText.lines(text, column.width()));
                }
            }
        }
        page.height(at, lines * Page.LINE_HEIGHT);
        page.advance(1);
    }

    private static String text(StudyRows.Row row, Column column, JsonNode value) {
        return switch (column.kind()) {
            case OWNER -> row.owner();
            case LIST, SOME -> against(column) ? CellCodec.list(row.against()) : CellCodec.list(value);
            case STATEMENTS -> statements(row.json(), column, value);
            case FIGURES -> CellCodec.figures(value);
            case CHOICE ->
                Arrays.stream(choices(column))
                        .filter(row.json()::has)
                        .findFirst()
                        .orElse("");
            default -> value.asText("");
        };
    }

    private static String statements(JsonNode row, Column column, JsonNode value) {
        boolean nothing = row.has("frame")
                && row.path("frame").properties().stream()
                        .allMatch(list -> list.getValue().isEmpty());
        return nothing && column.path().endsWith("must") ? CellCodec.EMPTY_FRAME : CellCodec.statements(value);
    }

    static boolean against(Column column) {
        return column.path().equals("simulation/against");
    }

    static String[] choices(Column column) {
        return column.path().substring(1).split("\\|", -1);
    }
}
