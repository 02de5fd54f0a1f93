package org.openots.instructor.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.hazop.report.SheetReport;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetState;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.error.StationError;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.hazop.SheetResult;
import org.openots.instructor.hazop.StudyFrame;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.report.ReportFiles;
import org.openots.instructor.report.ReportFormat;
import org.openots.instructor.store.People;

/**
 * Files to take home or to print: a worksheet for its student and for those who may read it, a study with its key for
 * instructors and assessors only.
 */
final class ReportRoutes {
    private static final Set<Role> READERS =
            Set.of(Role.STUDENT, Role.INSTRUCTOR, Role.ASSESSOR, Role.INVIGILATOR, Role.SUPERVISOR);
    private static final Set<Role> KEY_HOLDERS = Set.of(Role.INSTRUCTOR, Role.ASSESSOR);
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final HazopDesk desk;
    private final ReviewDesk review;
    private final TaskDesk tasks;
    private final People people;
    private final ReportFiles files = new ReportFiles();

    ReportRoutes(ServerParts parts) {
        this.desk = parts.hazop();
        this.review = parts.review();
        this.tasks = parts.tasks().desk();
        this.people = new People(parts.database());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/worksheets/{id}/report", READERS, this::sheet);
        table.add("GET", "/api/hazop/studies/{id}/key", KEY_HOLDERS, this::key);
    }

    private void sheet(Context ctx) {
        SheetState state = desk.store().view(ctx.pathParam("id")).state();
        SheetHead head = state.head();
        Person reader = Gatekeeper.person(ctx);
        if (reader.role() == Role.STUDENT && !head.owner().equals(reader.account())) {
            throw new OtsException(StationError.NOT_SHEET_OWNER, head.id());
        }
        OfferedStudy study = desk.study(head.study())
                .orElseGet(() -> desk.content().study(head.study().id()));
        ReportFiles.Wish wish = wish(ctx);
        // every format but this one describes nodes, tags and team
        boolean describes = wish.format() != ReportFormat.JSON;
        if (describes
                && reader.role() == Role.STUDENT
                && !tasks.frame(reader.account(), study.study().id()).equals(StudyFrame.WHOLE)) {
            throw new OtsException(
                    StationError.STUDY_ASKED, head.id(), study.study().id());
        }
        Optional<Person> owner = people.find(head.owner());
        SheetReport.Author author = new SheetReport.Author(
                owner.map(Person::name).orElse(head.owner()),
                owner.map(Person::classId).orElse(""),
                owner.map(Person::seat).orElse(""));
        SheetReport.Source source = new SheetReport.Source(state, study.study(), study.matrix(), author);
        if (ctx.queryParam("scores") == null) {
            answer(ctx, files.sheet(source, wish), wish.format(), head.id());
            return;
        }
        if (wish.format() == ReportFormat.JSON) {
            throw new OtsException(StationError.FIELD_CHOICE, "format", "json", "xlsx, docx, pdf");
        }
        SheetResult result = review.result(desk.store().view(head.id()));
        SheetReport.Score score = new SheetReport.Score(
                result.released().orElseThrow(() -> new OtsException(StationError.NOT_RELEASED, head.id())),
                result.appeals(),
                result.corrections());
        answer(ctx, files.scored(source, score, wish), wish.format(), head.id() + "-score");
    }

    private void key(Context ctx) {
        OfferedStudy study = desk.content().study(ctx.pathParam("id"));
        ReportFiles.Wish wish = wish(ctx);
        byte[] file = files.study(study.study(), study.matrix(), wish);
        String kind = wish.format() == ReportFormat.RECORD ? "-record" : "";
        answer(ctx, file, wish.format(), study.study().id() + kind);
    }

    private ReportFiles.Wish wish(Context ctx) {
        String format = parameter(ctx, "format", ReportFormat.words());
        String language = parameter(ctx, "lang", LANGUAGES);
        return new ReportFiles.Wish(
                ReportFormat.of(format).orElseThrow(),
                language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
                desk.today().toString(),
                desk.zone());
    }

    private static String parameter(Context ctx, String name, List<String> choices) {
        String value = ctx.queryParam(name);
        if (value == null || value.isBlank()) {
            throw new OtsException(StationError.MISSING_FIELD, name);
        }
        if (!choices.contains(value)) {
            throw new OtsException(StationError.FIELD_CHOICE, name, Brief.of(value), String.join(", ", choices));
        }
        return value;
    }

    private static void answer(Context ctx, byte[] file, ReportFormat format, String name) {
        String encoded = URLEncoder.encode(name + "." + format.extension(), StandardCharsets.UTF_8);
        ctx.header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded.replace("+", "%20"));
        ctx.contentType(format.mediaType());
        ctx.result(file);
    }
}
