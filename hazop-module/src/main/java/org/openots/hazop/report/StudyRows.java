package org.openots.hazop.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet of the study workbook, taken out of the study's JSON. */
final class StudyRows {
    private static final List<String> ITEMS = List.of("causes", "consequences", "safeguards");

    private StudyRows() {}

    /**
     * A row.
     *
     * @param owner id of what it belongs to, empty for the study itself
     * @param json its values
     */
    record Row(String owner, JsonNode json) {
        /** Ids of the causes that a safeguard is played against. */
        ArrayNode against() {
            ArrayNode ids = JsonNodeFactory.instance.arrayNode();
            json.path("simulation")
                    .path("against")
                    .forEach(one -> ids.add(one.path("causeId").asText()));
            return ids;
        }
    }

    static List<Row> of(JsonNode study, StudyTable table) {
        List<Row> rows = new ArrayList<>();
        if (table.ofStudy()) {
            study.path(table.list()).forEach(one -> rows.add(new Row("", one)));
        } else if (table.parent().equals("items")) {
            study.path("deviations")
                    .forEach(deviation -> ITEMS.forEach(
                            list -> deviation.path(list).forEach(item -> ofItem(rows, item, table.list()))));
        } else {
            study.path(table.parent())
                    .forEach(owner -> owner.path(table.list())
                            .forEach(one -> rows.add(new Row(owner.path("id").asText(), one))));
        }
        return rows;
    }

    private static void ofItem(List<Row> rows, JsonNode item, String list) {
        String id = item.path("id").asText();
        JsonNode simulation = item.path("simulation");
        if (list.equals("orders")) {
            simulation.path("orders").forEach(one -> rows.add(new Row(id, one)));
            simulation.path("disable").forEach(one -> rows.add(new Row(id, one)));
            return;
        }
        simulation.path("expected").forEach(one -> rows.add(new Row(id, one)));
        item.path("evidence").path("expected").forEach(one -> rows.add(new Row(id, one)));
        for (JsonNode against : simulation.path("against")) {
            for (JsonNode effect : against.path("difference")) {
                ObjectNode row = effect.deepCopy();
                rows.add(new Row(id, row.put("against", against.path("causeId").asText())));
            }
        }
    }
}
