package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.roster.Roster;
import org.openots.instructor.people.roster.RosterColumn;
import org.openots.instructor.people.roster.RosterFinding;
import org.openots.instructor.report.PeopleTables;
import org.openots.instructor.report.ReportFormat;
import org.openots.instructor.report.TableFiles;
import org.openots.instructor.security.RosterDesk;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.People;

/** Lists of students as files: in, after a look at what would become of them, and out. */
final class RosterRoutes {
    /** Where a list is sent to. */
    static final String UPLOAD = "/api/people/imports";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CLASS = 40;
    /** Most findings in an answer: nobody reads more before he corrects the file. */
    private static final int MOST_FINDINGS = 500;

    private final RosterDesk desk;
    private final People people;
    private final Database database;
    private final SlipFiles slips;

    RosterRoutes(ServerParts parts, SlipFiles slips) {
        this.desk = new RosterDesk(parts.database(), parts.accounts());
        this.people = new People(parts.database());
        this.database = parts.database();
        this.slips = slips;
    }

    void register(RouteTable table) {
        table.add("POST", UPLOAD, PeopleRoutes.KEEPERS, this::open);
        table.add("POST", UPLOAD + "/{id}/apply", PeopleRoutes.KEEPERS, this::apply);
        table.add("GET", "/api/people/template", PeopleRoutes.KEEPERS, this::template);
        table.add("GET", "/api/people/file", PeopleRoutes.KEEPERS, this::file);
    }

    private static String parameter(Context ctx, String name, int shortest, int longest) {
        String text = Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
        if (text.length() < shortest || text.length() > longest) {
            throw shortest > 0 && text.isEmpty()
                    ? new OtsException(StationError.MISSING_FIELD, name)
                    : new OtsException(StationError.FIELD_LENGTH, name, text.length(), shortest, longest);
        }
        return text;
    }

    private void open(Context ctx) {
        String name = parameter(ctx, "name", 1, LONGEST_NAME);
        String sheet = parameter(ctx, "sheet", 0, LONGEST_NAME);
        String classId = parameter(ctx, "class", 0, LONGEST_CLASS);
        byte[] bytes;
        try {
            bytes = ctx.req().getInputStream().readNBytes(Roster.LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Json.answer(ctx, preview(desk.open(Gatekeeper.person(ctx).account(), name, bytes, sheet, classId)));
    }

    private static ObjectNode preview(RosterDesk.Preview preview) {
        Roster roster = preview.roster();
        ObjectNode node = Json.object()
                .put("id", preview.id())
                .put("name", roster.file())
                .put("kind", roster.kind())
                .put("encoding", roster.encoding())
                .put("sheet", roster.sheet());
        roster.sheets().forEach(node.putArray("sheets")::add);
        ArrayNode columns = node.putArray("columns");
        for (RosterColumn column : RosterColumn.values()) {
            if (roster.columns().containsKey(column)) {
                columns.add(column.word());
            }
        }
        ObjectNode counts = node.putObject("counts");
        for (RosterDesk.State state : RosterDesk.State.values()) {
            counts.put(word(state), preview.count(state));
        }
        ArrayNode rows = node.putArray("rows");
        for (int i = 0; i < roster.rows().size(); i++) {
            Roster.Row row = roster.rows().get(i);
            rows.addObject()
                    .put("row", row.line())
                    .put("account", row.account())
                    .put("name", row.name())
                    .put("class", row.classId())
                    .put("seat", row.seat())
                    .put("idNumber", row.idNumber())
                    .put("state", word(preview.states().get(i)));
        }
        ArrayNode findings = node.putArray("findings");
        roster.findings().stream().limit(MOST_FINDINGS).forEach(one -> findings.add(finding(one)));
        return node.put("moreFindings", Math.max(0, roster.findings().size() - MOST_FINDINGS));
    }

    private static String word(RosterDesk.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode finding(RosterFinding finding) {
        ObjectNode node = Json.object()
                .put("mistake", finding.severity() == RosterFinding.Severity.MISTAKE)
                .put("code", finding.reason().errorCode().code())
                .put("sheet", finding.sheet())
                .put("row", finding.line())
                .put("cell", finding.cell())
                .put("value", finding.value());
        finding.column().ifPresent(column -> node.set("column", Json.text(column.text())));
        node.set(
                "message",
                Json.text(new LocalText(
                        finding.reason().messageIn(Locale.SIMPLIFIED_CHINESE),
                        finding.reason().messageIn(Locale.ENGLISH))));
        return node;
    }

    private void apply(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "mode");
        boolean onlyGood = body.choice("mode", List.of("all", "good")).equals("good");
        String by = Gatekeeper.person(ctx).account();
        RosterDesk.Done done = desk.apply(by, ctx.pathParam("id"), onlyGood);
        ObjectNode node = Json.object()
                .put("created", done.issued().size())
                .put("moved", done.moved())
                .put("same", done.same())
                .put("left", done.left());
        if (!done.issued().isEmpty()) {
            node.put("slips", slips.passwords(by, done.issued()));
        }
        Json.answer(ctx, node);
    }

    private String today() {
        return LocalDate.ofInstant(database.clock().instant(), ZoneId.systemDefault())
                .toString();
    }

    private void template(Context ctx) {
        answer(ctx, PeopleTables.template(Languages.of(ctx)), "template.xlsx");
    }

    private void file(Context ctx) {
        String classId = parameter(ctx, "class", 0, LONGEST_CLASS);
        List<Person> students = classId.isEmpty() ? people.students() : PeopleRoutes.ofClass(people, classId);
        answer(ctx, TableFiles.xlsx(PeopleTables.list(classId, students, today(), Languages.of(ctx))), "class.xlsx");
    }

    private static void answer(Context ctx, byte[] file, String name) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.contentType(ReportFormat.XLSX.mediaType());
        ctx.result(file);
    }
}
