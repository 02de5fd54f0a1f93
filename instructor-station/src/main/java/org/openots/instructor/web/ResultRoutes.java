package org.openots.instructor.web;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.results.Actor;
import org.openots.instructor.results.ResultBook;
import org.openots.instructor.results.ResultFiles;
import org.openots.instructor.results.ResultFilter;
import org.openots.instructor.results.XapiStatements;
import org.openots.instructor.store.LessonPlans;

/** Results of a class, a lesson or some days as a file. */
final class ResultRoutes {
    private static final Set<Role> READERS = Set.of(Role.INSTRUCTOR, Role.SUPERVISOR);
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final ResultBook book;
    private final LessonPlans plans;

    ResultRoutes(ServerParts parts) {
        this.book = new ResultBook(
                parts.database(),
                parts.journals(),
                parts.skills(),
                parts.tasks().desk());
        this.plans = new LessonPlans(parts.database());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/results", READERS, this::file);
    }

    private void file(Context ctx) {
        ResultFiles.Format format = ResultFiles.Format.of(chosen(ctx, "format", ResultFiles.Format.words(), "json"))
                .orElseThrow();
        Actor actor = Actor.of(chosen(ctx, "actor", Actor.words(), Actor.ACCOUNT.word()))
                .orElseThrow();
        Locale locale = chosen(ctx, "lang", LANGUAGES, "zh").equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        ZoneId zone = ZoneId.systemDefault();
        ResultFilter filter = ResultFilter.of(
                new ResultFilter.Wish(asked(ctx, "class"), asked(ctx, "plan"), asked(ctx, "from"), asked(ctx, "to")),
                plans,
                zone);
        String base = Optional.ofNullable(ctx.queryParam("base")).orElse(XapiStatements.BASE);
        byte[] file = ResultFiles.write(book.results(filter), new ResultFiles.Style(format, actor, base, zone, locale));
        ctx.header("Content-Disposition", "attachment; filename=\"results." + format.extension() + "\"");
        ctx.contentType(format.mediaType());
        ctx.result(file);
    }

    private static String asked(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }

    private static String chosen(Context ctx, String name, List<String> choices, String usual) {
        String word = Optional.ofNullable(ctx.queryParam(name)).orElse(usual);
        if (!choices.contains(word)) {
            throw new OtsException(StationError.FIELD_CHOICE, name, Brief.of(word), String.join(", ", choices));
        }
        return word;
    }
}
