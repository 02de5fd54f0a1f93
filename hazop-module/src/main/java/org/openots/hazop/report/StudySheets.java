package org.openots.hazop.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.hazop.report.StudyTable.Column;
import org.openots.hazop.report.StudyTable.Kind;

/** Reads the sheets of a study workbook into the study's JSON and remembers which cell every value came from. */
final class StudySheets {
    /** Row of the headings that programs read. */
    private static final int PATHS = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final XSSFWorkbook book;
    private final Findings findings;
    /** Cell by JSON pointer. */
    private final Map<String, String> places = new HashMap<>();
    /** Objects that rows of other sheets belong to: by list and id. */
    private final Map<String, Map<String, Owner>> owners = new HashMap<>();

    /** An object with its pointer. */
    private record Owner(ObjectNode json, String pointer) {}

    /** A row that is being read. */
    private record Line(SheetCells cells, int row, ObjectNode json) {}

    StudySheets(String file, XSSFWorkbook book, Findings findings) {
        this.file = file;
        this.book = book;
        this.findings = findings;
    }

    Map<String, String> places() {
        return places;
    }

    ObjectNode json() {
        if (book.getSheet(StudyTables.HEAD) == null) {
            throw new OtsException(ReportError.NOT_OURS, file);
        }
        ObjectNode root = head();
        root.putArray("language").add("zh").add("en");
        terms(root);
        for (StudyTable table : StudyTables.all()) {
            if (table.ofStudy()) {
                root.putArray(table.list());
            }
            sheet(table.sheet()).ifPresent(cells -> read(cells, table, root));
        }
        return root;
    }

    private Optional<SheetCells> sheet(String name) {
        XSSFSheet sheet = book.getSheet(name);
        if (sheet == null) {
            String there = IntStream.range(0, book.getNumberOfSheets())
                    .mapToObj(book::getSheetName)
                    .collect(Collectors.joining(", "));
            findings.report(new Finding(file, "", ReportError.NO_SHEET, List.of(name, there)));
            return Optional.empty();
        }
        return Optional.of(new SheetCells(file, sheet, findings));
    }

    private ObjectNode head() {
        ObjectNode root = NODES.objectNode();
        SheetCells cells = sheet(StudyTables.HEAD).orElseThrow();
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row <= cells.lastRow(); row++) {
            rows.putIfAbsent(cells.text(row, 1), row);
        }
        for (Column column : StudyTables.head()) {
            Integer row = rows.get(column.path());
            if (row == null) {
                cells.report(0, 1, ReportError.NO_COLUMN, column.path());
                continue;
            }
            places.put("/" + column.path(), cells.place(row, 2));
            value(new Line(cells, row, root), 2, column);
        }
        return root;
    }

    private void terms(ObjectNode root) {
        ObjectNode terms = root.putObject("terminology");
        sheet(StudyTables.TERMS).ifPresent(cells -> {
            for (int row = PATHS + 1; row <= cells.lastRow(); row++) {
                String name = cells.text(row, 0);
                if (!name.isBlank()) {
                    places.put("/terminology/" + name, cells.place(row, 1));
                    terms.putObject(name).put("zh", cells.text(row, 1)).put("iec", cells.text(row, 2));
                }
            }
        });
    }

    private void read(SheetCells cells, StudyTable table, ObjectNode root) {
        Map<Integer, Column> columns = columns(cells, table);
        for (int row = PATHS + 1; row <= cells.lastRow(); row++) {
            if (!cells.isBlank(row)) {
                row(cells, row, table, columns, root);
            }
        }
    }

    /** Columns of the sheet by place; a person may move them. */
    private Map<Integer, Column> columns(SheetCells cells, StudyTable table) {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        List<Column> missing = new ArrayList<>(table.columns());
        List<String> paths = cells.row(PATHS);
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            Optional<Column> known =
                    missing.stream().filter(one -> one.path().equals(path)).findFirst();
            if (known.isPresent()) {
                columns.put(i, known.get());
                missing.remove(known.get());
            } else if (!path.isBlank()) {
                cells.report(PATHS, i, ReportError.UNKNOWN_COLUMN, path);
            }
        }
        missing.forEach(one -> cells.report(PATHS, 0, ReportError.NO_COLUMN, one.path()));
        return columns;
    }

    private void row(SheetCells cells, int row, StudyTable table, Map<Integer, Column> columns, ObjectNode root) {
        ObjectNode json = NODES.objectNode();
        Line line = new Line(cells, row, json);
        String ownerId = "";
        int ownerColumn = 0;
        for (Map.Entry<Integer, Column> entry : columns.entrySet()) {
            if (entry.getValue().kind() == Kind.OWNER) {
                ownerColumn = entry.getKey();
                ownerId = cells.text(row, ownerColumn);
            } else {
                value(line, entry.getKey(), entry.getValue());
            }
        }
        Optional<Owner> owner = table.ofStudy()
                ? Optional.of(new Owner(root, ""))
                : Optional.ofNullable(
                        owners.getOrDefault(table.parent(), Map.of()).get(ownerId));
        if (owner.isEmpty()) {
            cells.report(row, ownerColumn, ReportError.NO_PARENT, ownerId);
            return;
        }
        String pointer = switch (table.list()) {
            case "orders" -> order(owner.get(), json);
            case "effects" -> effect(owner.get(), line);
            default -> add(owner.get(), table.list(), json);
        };
        places.put(pointer, cells.place(row));
        columns.forEach((at, column) -> places.putIfAbsent(pointer + "/" + column.path(), cells.place(row, at)));
        own(table, json, pointer);
    }

    /** Remembers what rows of later sheets may belong to, with all lists it must have. */
    private void own(StudyTable table, ObjectNode json, String pointer) {
        Owner owner = new Owner(json, pointer);
        String id = json.path("id").asText();
        switch (table.list()) {
            case "deviations" -> {
                List.of("causes", "consequences", "safeguards", "recommendations", "scenarios")
                        .forEach(json::putArray);
                owners.computeIfAbsent("deviations", key -> new HashMap<>()).put(id, owner);
            }
            case "lopa" -> {
                List.of("enablingConditions", "conditionalModifiers", "independentProtectionLayers")
                        .forEach(json::putArray);
                owners.computeIfAbsent("lopa", key -> new HashMap<>()).put(id, owner);
            }
            case "causes", "consequences", "safeguards" ->
                owners.computeIfAbsent("items", key -> new HashMap<>()).put(id, owner);
            default -> {
                // nothing belongs to rows of other sheets
            }
        }
    }

    private static String add(Owner owner, String list, ObjectNode json) {
        ArrayNode array = owner.json().withArray("/" + list);
        array.add(json);
        return owner.pointer() + "/" + list + "/" + (array.size() - 1);
    }

    private static String order(Owner owner, ObjectNode json) {
        boolean safeguard = owner.json().path("simulation").has("disable");
        ObjectNode simulation = owner.json().withObject("/simulation");
        return add(new Owner(simulation, owner.pointer() + "/simulation"), safeguard ? "disable" : "orders", json);
    }

    private String effect(Owner owner, Line line) {
        JsonNode against = line.json().remove("against");
        if (against == null) {
            String proof = owner.json().has("evidence") ? "evidence" : "simulation";
            ObjectNode object = owner.json().withObject("/" + proof);
            return add(new Owner(object, owner.pointer() + "/" + proof), "expected", line.json());
        }
        JsonNode list = owner.json().path("simulation").path("against");
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode one && one.path("causeId").equals(against)) {
                return add(new Owner(one, owner.pointer() + "/simulation/against/" + i), "difference", line.json());
            }
        }
        findings.report(
                new Finding(file, line.cells().place(line.row()), ReportError.NO_PARENT, List.of(against.asText())));
        return owner.pointer();
    }

    private void value(Line line, int at, Column column) {
        String text = line.cells().text(line.row(), at);
        boolean blank = text.isBlank();
        switch (column.kind()) {
            case LIST -> CellCodec.put(line.json(), column, CellCodec.list(text));
            case SOME -> {
                if (!blank) {
                    some(line, column, text);
                }
            }
            case CHOICE -> choice(line, at, column, text);
            default -> {
                if (!blank) {
                    given(line, at, column, text);
                }
            }
        }
    }

    private static void some(Line line, Column column, String text) {
        if (!StudyWorkbook.against(column)) {
            CellCodec.put(line.json(), column, CellCodec.list(text));
            return;
        }
        ArrayNode against = line.json().withObject("/simulation").putArray("against");
        CellCodec.list(text).forEach(id -> {
            ObjectNode one = against.addObject();
            one.set("causeId", id);
            one.putArray("difference");
        });
    }

    private static void choice(Line line, int at, Column column, String text) {
        List<String> choices = List.of(StudyWorkbook.choices(column));
        if (!choices.contains(text)) {
            line.cells().report(line.row(), at, ReportError.CHOICE, text, String.join(", ", choices));
            return;
        }
        ObjectNode object = line.json().withObject("/" + text);
        if (text.equals("evidence")) {
            object.putArray("expected");
        } else if (text.equals("simulation") && line.json().has("role")) {
            object.putArray("disable");
            object.withArray("/against");
        } else if (text.equals("simulation")) {
            object.putArray("orders");
            object.putArray("expected");
        }
    }

    private static void given(Line line, int at, Column column, String text) {
        switch (column.kind()) {
            case NUMBER ->
                CellCodec.number(text)
                        .ifPresentOrElse(
                                number -> CellCodec.put(line.json(), column, NODES.numberNode((double) number)),
                                () -> line.cells().report(line.row(), at, ReportError.NOT_NUMBER, text));
            case INTEGER ->
                CellCodec.number(text)
                        .filter(number -> number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE)
                        .ifPresentOrElse(
                                number -> CellCodec.put(line.json(), column, NODES.numberNode(number.intValue())),
                                () -> line.cells().report(line.row(), at, ReportError.NOT_NUMBER, text));
            case BOOL -> bool(line, at, column, text);
            case STATEMENTS -> statements(line, at, column, text);
            case FIGURES ->
                CellCodec.figures(text)
                        .ifPresentOrElse(
                                figures -> line.json().withObject("/estimate").setAll(figures),
                                () -> line.cells().report(line.row(), at, ReportError.NOT_NUMBER, text));
            default -> CellCodec.put(line.json(), column, NODES.textNode(text));
        }
    }

    private static void statements(Line line, int at, Column column, String text) {
        ObjectNode frame = line.json().withObject("/frame");
        if (text.equals(CellCodec.EMPTY_FRAME)) {
            frame.putArray("must");
            return;
        }
        CellCodec.statements(text)
                .ifPresentOrElse(
                        list -> CellCodec.put(line.json(), column, list),
                        () -> line.cells().report(line.row(), at, ReportError.STATEMENT, text));
    }

    private static void bool(Line line, int at, Column column, String text) {
        String word = text.strip().toLowerCase(java.util.Locale.ROOT);
        boolean yes = List.of("true", "是", "yes", "1").contains(word);
        boolean no = List.of("false", "否", "no", "0").contains(word);
        if (yes || no) {
            CellCodec.put(line.json(), column, NODES.booleanNode(yes));
        } else {
            line.cells().report(line.row(), at, ReportError.NOT_YES_NO, text);
        }
    }
}
