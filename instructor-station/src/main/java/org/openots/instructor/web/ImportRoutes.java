package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.hazop.report.ColumnProfile;
import org.openots.hazop.report.ColumnProfiles;
import org.openots.hazop.report.SheetOutline;
import org.openots.hazop.report.XlsxFile;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Scenario;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.instructor.error.StationError;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ImportDesk;
import org.openots.instructor.hazop.OwnStudies;
import org.openots.instructor.people.Role;

/** Worksheets of other tools, brought in by instructors, and the studies they became. */
final class ImportRoutes {
    /** Where a workbook is sent to: the only body that is a file and larger than a form. */
    static final String UPLOAD = "/api/hazop/imports";

    private static final Set<Role> INSTRUCTOR = Set.of(Role.INSTRUCTOR);
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_HEADER_ROWS = 4;
    private static final int MOST_PLACE = 1000;
    private static final String[] READING = {
        "profile", "study", "title", "date", "sheet", "first", "count", "columns", "state", "id", "name"
    };

    private final ImportDesk desk;
    private final HazopDesk hazop;

    ImportRoutes(ServerParts parts) {
        this.desk = parts.imports();
        this.hazop = parts.hazop();
    }

    void register(RouteTable table) {
        table.add("GET", "/api/hazop/profiles", INSTRUCTOR, ctx -> Json.answer(ctx, profiles()));
        table.add("POST", UPLOAD, INSTRUCTOR, this::open);
        table.add("POST", "/api/hazop/imports/{id}/read", INSTRUCTOR, this::read);
        table.add("POST", "/api/hazop/imports/{id}/keep", INSTRUCTOR, this::keep);
        table.add("POST", "/api/hazop/imports/{id}/profile", INSTRUCTOR, this::profile);
        table.add("GET", "/api/hazop/own-studies", INSTRUCTOR, ctx -> Json.answer(ctx, studies()));
        table.add("GET", "/api/hazop/own-studies/{id}/file", INSTRUCTOR, this::file);
        table.add("POST", "/api/hazop/own-studies/{id}", INSTRUCTOR, this::move);
        table.add("DELETE", "/api/hazop/own-studies/{id}", INSTRUCTOR, this::delete);
    }

    private ArrayNode profiles() {
        ArrayNode list = Json.array();
        for (ImportDesk.Profile profile : desk.profiles()) {
            list.addObject().put("id", profile.id()).put("own", profile.own()).set("title", Json.text(profile.title()));
        }
        return list;
    }

    private void open(Context ctx) {
        String name = Optional.ofNullable(ctx.queryParam("name"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new OtsException(StationError.MISSING_FIELD, "name"));
        if (name.length() > LONGEST_NAME) {
            throw new OtsException(StationError.FIELD_LENGTH, "name", name.length(), 1, LONGEST_NAME);
        }
        ImportDesk.Opened opened = desk.open(name, body(ctx));
        ObjectNode node = Json.object().put("id", opened.id()).put("name", opened.name());
        ArrayNode sheets = node.putArray("sheets");
        for (SheetOutline sheet : opened.sheets()) {
            ArrayNode top = sheets.addObject()
                    .put("name", sheet.name())
                    .put("rows", sheet.rows())
                    .putArray("top");
            sheet.top().forEach(row -> row.forEach(top.addArray()::add));
        }
        ObjectNode headings = node.putObject("headings");
        opened.headings().forEach((profile, heading) -> {
            ObjectNode columns = headings.putObject(profile)
                    .put("sheet", heading.sheet())
                    .put("first", heading.first())
                    .put("count", heading.count())
                    .putObject("columns");
            ColumnProfiles.fields().forEach((word, field) -> {
                Integer column = heading.columns().get(field);
                if (column != null) {
                    columns.put(word, column);
                }
            });
        });
        Json.answer(ctx, node);
    }

    private static byte[] body(Context ctx) {
        try {
            return ctx.req().getInputStream().readNBytes((int) XlsxFile.LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportDesk.Reading reading(JsonBody body, String study) {
        Optional<SheetOutline.Heading> columns = Optional.empty();
        if (body.has("columns")) {
            Map<ColumnProfile.Field, Integer> places = new TreeMap<>();
            Map<String, ColumnProfile.Field> known = ColumnProfiles.fields();
            for (JsonNode one : body.list("columns", known.size())) {
                String word = one.path("field").asText();
                ColumnProfile.Field field = known.get(word);
                if (field == null) {
                    throw new OtsException(
                            StationError.FIELD_CHOICE, "columns", Brief.of(word), String.join(", ", known.keySet()));
                }
                places.put(
                        field,
                        Math.max(0, Math.min(MOST_PLACE, one.path("column").asInt())));
            }
            columns = Optional.of(new SheetOutline.Heading(
                    (int) body.number("sheet", 0, MOST_PLACE, 0),
                    (int) body.number("first", 0, MOST_PLACE, 0),
                    (int) body.number("count", 1, MOST_HEADER_ROWS, 1),
                    places));
        }
        return new ImportDesk.Reading(
                body.text("profile", 1, LONGEST_ID),
                columns,
                study,
                body.text("title", LONGEST_NAME, ""),
                date(body.text("date", LONGEST_ID, "")));
    }

    private LocalDate date(String text) {
        try {
            return text.isEmpty() ? hazop.today() : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new OtsException(StationError.FIELD_CHOICE, "date", Brief.of(text), "2026-12-31");
        }
    }

    private void read(Context ctx) {
        JsonBody body = JsonBody.of(ctx, READING);
        Json.answer(ctx, result(desk.read(ctx.pathParam("id"), reading(body, body.text("study", 1, LONGEST_ID)))));
    }

    private void keep(Context ctx) {
        JsonBody body = JsonBody.of(ctx, READING);
        OwnStudies.State state = state(body);
        ImportDesk.Result result = desk.read(ctx.pathParam("id"), reading(body, body.text("study", 1, LONGEST_ID)));
        result.study().ifPresent(file -> desk.keep(file, state));
        Json.answer(ctx, result(result));
    }

    private static OwnStudies.State state(JsonBody body) {
        return OwnStudies.state(body.choice("state", List.of("draft", "offered")))
                .orElseThrow();
    }

    private void profile(Context ctx) {
        JsonBody body = JsonBody.of(ctx, READING);
        body.list("columns", ColumnProfiles.fields().size());
        ImportDesk.Profile profile = desk.keep(
                ctx.pathParam("id"),
                reading(body, "-"),
                body.text("id", 1, LONGEST_ID),
                body.text("name", 1, LONGEST_NAME));
        ctx.status(201);
        Json.answer(ctx, Json.object().put("id", profile.id()));
    }

    private static ObjectNode result(ImportDesk.Result result) {
        ObjectNode node = Json.object().put("ok", result.study().isPresent());
        findings(node.putArray("mistakes"), result.mistakes());
        findings(node.putArray("open"), result.open());
        result.study().map(StudyFile::study).ifPresent(study -> rows(node.putArray("rows"), study));
        return node;
    }

    /** Mistakes with their sheet and cell, for people to find them. */
    private static void findings(ArrayNode list, List<Finding> findings) {
        for (Finding finding : findings) {
            String pointer = finding.pointer();
            int cell = pointer.lastIndexOf('/');
            list.addObject()
                    .put("code", finding.code().code())
                    .put("sheet", cell > 0 ? pointer.substring(1, cell) : "")
                    .put("cell", pointer.substring(cell + 1))
                    .set(
                            "message",
                            Json.text(new LocalText(
                                    finding.messageIn(Locale.SIMPLIFIED_CHINESE), finding.messageIn(Locale.ENGLISH))));
        }
    }

    private static void rows(ArrayNode rows, Study study) {
        for (Deviation deviation : study.deviations()) {
            ObjectNode row = rows.addObject().put("id", deviation.id());
            row.set(
                    "node",
                    Json.text(study.node(deviation.nodeId()).orElseThrow().name()));
            row.set("text", Json.text(deviation.text()));
            row.put("guideWord", deviation.head().guideWord());
            ArrayNode scenarios = row.putArray("scenarios");
            for (Scenario scenario : deviation.scenarios()) {
                ObjectNode one = scenarios.addObject();
                deviation.cause(scenario.causeId()).ifPresent(item -> one.set("cause", Json.text(item.text())));
                deviation.consequences().stream()
                        .filter(item -> item.id().equals(scenario.consequenceId()))
                        .forEach(item -> one.set("consequence", Json.text(item.text())));
                ArrayNode safeguards = one.putArray("safeguards");
                deviation.safeguards().stream()
                        .filter(item -> scenario.safeguardIds().contains(item.id()))
                        .forEach(item -> safeguards.add(Json.text(item.text())));
                ArrayNode recommendations = one.putArray("recommendations");
                deviation.recommendations().stream()
                        .filter(item -> scenario.recommendationIds().contains(item.id()))
                        .forEach(item -> recommendations.add(Json.text(item.text())));
                one.put("severity", scenario.risk().initial().severity())
                        .put("likelihood", scenario.risk().initial().likelihood());
            }
        }
    }

    private ArrayNode studies() {
        ArrayNode list = Json.array();
        for (OwnStudies.Own one : desk.own().all()) {
            Study study = one.study().study();
            list.addObject()
                    .put("id", study.id())
                    .put("state", one.state().word())
                    .put("nodes", study.nodes().size())
                    .put("deviations", study.deviations().size())
                    .put("open", ImportDesk.unfinished(one.study().file()).size())
                    .set("title", Json.text(study.head().title()));
        }
        return list;
    }

    private void file(Context ctx) {
        OwnStudies.Own one = desk.own().find(ctx.pathParam("id"));
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"" + one.study().study().id() + ".json\"");
        ctx.contentType("application/json; charset=utf-8");
        ctx.result(one.study().file().json());
    }

    private void move(Context ctx) {
        desk.move(ctx.pathParam("id"), state(JsonBody.of(ctx, "state")));
        Json.answer(ctx, Json.object());
    }

    private void delete(Context ctx) {
        desk.own().delete(ctx.pathParam("id"));
        Json.answer(ctx, Json.object());
    }
}
