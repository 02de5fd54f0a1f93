package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.debrief.CauseAnalysis;
import org.openots.instructor.debrief.CauseDesk;
import org.openots.instructor.debrief.Debrief;
import org.openots.instructor.debrief.DebriefJson;
import org.openots.instructor.debrief.DebriefMaker;
import org.openots.instructor.debrief.DebriefPackage;
import org.openots.instructor.debrief.DebriefTexts;
import org.openots.instructor.debrief.FileDesk;
import org.openots.instructor.error.StationError;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.exam.ExamPhase;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.report.DebriefPdf;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.RunArchive;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;

/**
 * The debrief of closed runs: its data for the page, a document, a package to take along, and which runs can stand beside it. A
 * student gets his own, without what is secret.
 */
final class DebriefRoutes {
    private static final Set<Role> READERS = EnumSet.of(Role.STUDENT, Role.INSTRUCTOR, Role.ASSESSOR);
    private static final List<String> FORMATS = List.of("data", "pdf", "zip");
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final int LONGEST_WORD = 64;
    /** Runs offered at once: more than anybody reads; a search finds the others. */
    private static final int MOST_OFFERED = 100;

    private final CauseDesk causes;
    private final FileDesk files;
    private final RunArchive archive;
    private final RunJournals journals;
    private final PlantLibrary library;
    private final RunIndex index;
    private final People people;
    private final ExamDesk exams;
    private final RunAccess access;
    private final DebriefTexts texts;

    DebriefRoutes(ServerParts parts, RunAccess access, DebriefTexts texts) {
        this.causes = parts.causes();
        this.files = parts.files();
        this.archive = parts.archive();
        this.journals = parts.journals();
        this.library = parts.library();
        this.index = new RunIndex(parts.database());
        this.people = new People(parts.database());
        this.exams = parts.exams();
        this.access = access;
        this.texts = texts;
    }

    void register(RouteTable table) {
        table.add("POST", "/api/runs/{id}/debrief", READERS, this::begin);
        table.add("GET", "/api/runs/{id}/debrief/{k}", READERS, this::view);
        table.add("DELETE", "/api/runs/{id}/debrief/{k}", READERS, this::stop);
        table.add("GET", "/api/runs/{id}/debrief/{k}/file", READERS, this::file);
        table.add("GET", "/api/runs/{id}/comparable", READERS, this::comparable);
    }

    private RunIndex.Row closed(Context ctx) {
        String id = ctx.pathParam("id");
        access.requireVisible(Gatekeeper.person(ctx), id);
        RunIndex.Row row = access.row(id);
        if (!row.closed()) {
            throw new OtsException(StationError.RUN_NOT_CLOSED, id, 0);
        }
        return row;
    }

    private void begin(Context ctx) {
        RunIndex.Row row = closed(ctx);
        JsonBody body = JsonBody.of(ctx, "format", "lang");
        String format = body.choice("format", FORMATS);
        Locale locale = body.has("lang") && body.choice("lang", LANGUAGES).equals("en")
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
        Person person = Gatekeeper.person(ctx);
        FileDesk.Making making = (progress, stopped) -> make(row, person, format, locale, progress, stopped);
        String k = files.begin(person.account(), row.id(), making);
        ctx.status(202);
        Json.answer(ctx, json(k, files.view(k, person.account(), row.id()).orElseThrow()));
    }

    private FileDesk.View found(Context ctx) {
        return files.view(
                        ctx.pathParam("k"),
                        Gatekeeper.person(ctx).account(),
                        closed(ctx).id())
                .orElseThrow(() -> new OtsException(StationError.NOT_FOUND, ctx.path()));
    }

    private void view(Context ctx) {
        Json.answer(ctx, json(ctx.pathParam("k"), found(ctx)));
    }

    private void stop(Context ctx) {
        found(ctx);
        files.stop(ctx.pathParam("k"), Gatekeeper.person(ctx).account(), ctx.pathParam("id"));
        Json.answer(ctx, json(ctx.pathParam("k"), found(ctx)));
    }

    private static ObjectNode json(String k, FileDesk.View view) {
        ObjectNode node = Json.object()
                .put("k", k)
                .put("state", view.state().name().toLowerCase(Locale.ROOT))
                .put("progress", view.progress());
        view.problem().ifPresent(why -> node.set("problem", ErrorMapper.body(why)));
        return node;
    }

    private void file(Context ctx) {
        byte[] file = found(ctx).file().orElseThrow(() -> new OtsException(StationError.NOT_FOUND, ctx.path()));
        boolean pdf = file[0] == '%';
        boolean zip = file[0] == 'P';
        ctx.contentType(pdf ? "application/pdf" : zip ? "application/zip" : "application/json; charset=utf-8");
        if (pdf || zip) {
            String name = "debrief-" + ctx.pathParam("id") + (pdf ? ".pdf" : ".zip");
            ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        }
        ctx.result(file);
    }

    private byte[] make(
            RunIndex.Row row,
            Person person,
            String format,
            Locale locale,
            DoubleConsumer progress,
            BooleanSupplier stopped) {
        List<JournalEvent> journal = journals.read(row.id());
        boolean secrets = Audience.of(person.role()) == Audience.INSTRUCTOR;
        DebriefMaker.Plant plant = new DebriefMaker.Plant(
                library.plant(row.plant()), secrets ? library.faults(row.plant()) : MissingNode.getInstance());
        Optional<CauseAnalysis> found =
                secrets ? causes.view(row.id()).flatMap(CauseDesk.View::analysis) : Optional.empty();
        DebriefMaker.Pens pens = format.equals("pdf")
                ? DebriefMaker.Pens.MAIN
                : format.equals("zip") ? DebriefMaker.Pens.ALL : DebriefMaker.Pens.NONE;
        Debrief debrief = new DebriefMaker(head(row, journal, secrets), plant, texts)
                .make(
                        journal,
                        (every, look) -> archive.follow(row.id(), every, look),
                        pens,
                        found,
                        account -> people.find(account).map(Person::name).orElse(account),
                        progress,
                        stopped);
        return switch (format) {
            case "pdf" -> DebriefPdf.of(debrief, plant, texts, locale, ZoneId.systemDefault());
            case "zip" -> DebriefPackage.of(debrief, plant, texts, locale);
            default -> Json.write(DebriefJson.of(debrief, plant, texts)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private Debrief.Head head(RunIndex.Row row, List<JournalEvent> journal, boolean secrets) {
        JournalEvent last = journal.get(journal.size() - 1);
        Optional<Person> owner = people.find(row.owner());
        return new Debrief.Head(
                row.id(),
                row.task(),
                library.find(row.task()).map(Task::title).orElse(new LocalText(row.task(), row.task())),
                row.plant(),
                row.owner(),
                owner.map(Person::name).orElse(row.owner()),
                owner.map(Person::seat).orElse(""),
                owner.map(Person::classId).orElse(""),
                row.started(),
                last.body().path("time").asDouble(),
                Optional.ofNullable(row.branchOf()).orElse(""),
                last.head(),
                last.body().path("engine").asText(),
                secrets);
    }

    /** Closed runs of the same task and plant that may stand beside a run, latest first. */
    private void comparable(Context ctx) {
        RunIndex.Row row = closed(ctx);
        Person person = Gatekeeper.person(ctx);
        String word = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        if (word.length() > LONGEST_WORD) {
            throw new OtsException(StationError.FIELD_LENGTH, "q", word.length(), 0, LONGEST_WORD);
        }
        double from = millis(ctx, "from", 0);
        double to = millis(ctx, "to", Double.MAX_VALUE);
        List<RunIndex.Row> rows = person.role() == Role.STUDENT ? index.of(person.account()) : index.all();
        Map<String, Optional<Person>> owners = new HashMap<>();
        ArrayNode list = Json.array();
        for (RunIndex.Row other : rows) {
            boolean fits = other.closed()
                    && !other.id().equals(row.id())
                    && other.task().equals(row.task())
                    && other.plant().equals(row.plant())
                    && other.started() >= from
                    && other.started() < to
                    && told(other);
            if (fits && list.size() < MOST_OFFERED) {
                Optional<Person> owner = owners.computeIfAbsent(other.owner(), people::find);
                offer(list, other, owner, word.toLowerCase(Locale.ROOT));
            }
        }
        Json.answer(ctx, list);
    }

    /** Runs of an exam stay away until its results are released. */
    private boolean told(RunIndex.Row row) {
        return row.exam() == null
                || exams.place(row.id())
                        .filter(place -> place.exam().phase() == ExamPhase.RELEASED)
                        .isPresent();
    }

    private static void offer(ArrayNode list, RunIndex.Row row, Optional<Person> owner, String word) {
        String name = owner.map(Person::name).orElse(row.owner());
        String seat = owner.map(Person::seat).orElse("");
        String group = owner.map(Person::classId).orElse("");
        String all = String.join(" ", row.id(), row.owner(), name, seat, group).toLowerCase(Locale.ROOT);
        if (!all.contains(word)) {
            return;
        }
        ObjectNode node = list.addObject().put("id", row.id()).put("owner", row.owner());
        node.put("name", name)
                .put("seat", seat)
                .put("class", group)
                .put("startedAt", Instant.ofEpochMilli(row.started()).toString())
                .put("score", row.score())
                .put("seconds", row.modelTime());
        if (!row.record()) {
            node.put("branchOf", row.branchOf());
        }
    }

    private static double millis(Context ctx, String name, double absent) {
        String text = ctx.queryParam(name);
        if (text == null || text.isBlank()) {
            return absent;
        }
        if (!text.matches("\\d{1,15}")) {
            throw new OtsException(StationError.FIELD_NOT_NUMBER, name, Brief.of(text));
        }
        return Double.parseDouble(text);
    }
}
