package org.openots.hazop.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;

/** Operations and rows as JSON, in the journal and on the wire; fields nobody knows are errors. */
public final class OperationJson {
    private static final String KIND = "kind";

    private OperationJson() {}

    /**
     * Reads an operation.
     *
     * @param node for example {@code {"kind": "remove", "row": "l-1"}}
     * @return the operation
     * @throws OtsException if it is not formed as it should be
     */
    public static SheetOperation read(JsonNode node) {
        String kind = text(node, KIND, KIND);
        return switch (kind) {
            case "set" -> {
                only(node, kind, Set.of(KIND, "cell", "value", "session"));
                yield new SheetOperation.SetCell(
                        CellRef.of(text(node, kind, "cell")),
                        text(node, kind, "value"),
                        optional(node, kind, "session"));
            }
            case "insert-cause" -> {
                only(node, kind, Set.of(KIND, "deviation", "after", "cause"));
                yield new SheetOperation.InsertCause(
                        text(node, kind, "deviation"), optional(node, kind, "after"), cause(node.path("cause")));
            }
            case "insert-line" -> {
                only(node, kind, Set.of(KIND, "cause", "after", "line"));
                yield new SheetOperation.InsertLine(
                        text(node, kind, "cause"), optional(node, kind, "after"), line(node.path("line")));
            }
            case "remove" -> {
                only(node, kind, Set.of(KIND, "row"));
                yield new SheetOperation.RemoveRow(RowId.check(text(node, kind, "row")));
            }
            case "undo" -> {
                only(node, kind, Set.of(KIND));
                yield new SheetOperation.Undo();
            }
            case "redo" -> {
                only(node, kind, Set.of(KIND));
                yield new SheetOperation.Redo();
            }
            default -> throw wrong(KIND, kind);
        };
    }

    /**
     * Writes an operation.
     *
     * @param operation the operation
     * @return what {@link #read} reads
     */
    public static ObjectNode write(SheetOperation operation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (operation instanceof SheetOperation.SetCell set) {
            node.put(KIND, "set").put("cell", set.cell().text()).put("value", set.value());
            if (!set.session().isEmpty()) {
                node.put("session", set.session());
            }
        } else if (operation instanceof SheetOperation.InsertCause insert) {
            node.put(KIND, "insert-cause").put("deviation", insert.deviation()).put("after", insert.after());
            node.set("cause", write(insert.cause()));
        } else if (operation instanceof SheetOperation.InsertLine insert) {
            node.put(KIND, "insert-line").put("cause", insert.cause()).put("after", insert.after());
            node.set("line", write(insert.line()));
        } else if (operation instanceof SheetOperation.RemoveRow remove) {
            node.put(KIND, "remove").put("row", remove.row());
        } else {
            node.put(KIND, operation instanceof SheetOperation.Undo ? "undo" : "redo");
        }
        return node;
    }

    /**
     * Writes the rows.
     *
     * @param content the rows
     * @return {@code {deviation: [{id, cause, lines: [{id, column: value, ...}]}]}}; empty values are left out
     */
    public static ObjectNode write(SheetContent content) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        content.causes().forEach((deviation, causes) -> {
            ArrayNode rows = node.putArray(deviation);
            causes.forEach(cause -> rows.add(write(cause)));
        });
        return node;
    }

    private static ObjectNode write(CauseRow cause) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("id", cause.id()).put("cause", cause.text());
        ArrayNode lines = node.putArray("lines");
        cause.lines().forEach(line -> lines.add(write(line)));
        return node;
    }

    private static ObjectNode write(ScenarioLine line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", line.id());
        line.cells().forEach((column, value) -> node.put(column.word(), value));
        return node;
    }

    private static CauseRow cause(JsonNode node) {
        only(node, "cause", Set.of("id", "cause", "lines"));
        List<ScenarioLine> lines = new ArrayList<>();
        node.path("lines").forEach(line -> lines.add(line(line)));
        return new CauseRow(RowId.check(text(node, "cause", "id")), optional(node, "cause", "cause"), lines);
    }

    private static ScenarioLine line(JsonNode node) {
        if (!node.isObject()) {
            throw wrong("line", Brief.of(node.toString()));
        }
        Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
        node.properties().forEach(entry -> {
            if (!entry.getKey().equals("id")) {
                SheetColumn column = SheetColumn.of(entry.getKey())
                        .orElseThrow(() -> new OtsException(WorksheetError.CELL_UNKNOWN, Brief.of(entry.getKey())));
                cells.put(column, text(node, "line", entry.getKey()));
            }
        });
        return new ScenarioLine(RowId.check(text(node, "line", "id")), cells);
    }

    private static void only(JsonNode node, String kind, Set<String> fields) {
        if (!node.isObject()) {
            throw wrong(kind, Brief.of(node.toString()));
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw wrong(kind, Brief.of(name));
            }
        });
    }

    private static String text(JsonNode node, String kind, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw wrong(kind, field);
        }
        return value.asText();
    }

    private static String optional(JsonNode node, String kind, String field) {
        return node.has(field) ? text(node, kind, field) : "";
    }

    private static OtsException wrong(String kind, String what) {
        return new OtsException(WorksheetError.OPERATION_FORM, Brief.of(kind), what);
    }
}
