package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Set;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.exam.ExamOffice;
import org.openots.instructor.exam.ExamResults;
import org.openots.instructor.exam.ExamView;
import org.openots.instructor.people.Role;

/** Results of exams: shown to those who assess, proved, confirmed, released, and taken away as a folder. */
final class ExamResultRoutes {
    private static final Set<Role> READERS = Set.of(Role.EXAM_OFFICER, Role.ASSESSOR, Role.SUPERVISOR);
    private static final Set<Role> PROVERS = Set.of(Role.EXAM_OFFICER, Role.ASSESSOR);
    private static final Set<Role> OFFICERS = Set.of(Role.EXAM_OFFICER);
    private static final double SECOND = 1000;

    private final ExamDesk desk;
    private final ExamOffice office;

    ExamResultRoutes(ServerParts parts) {
        this.desk = parts.exams();
        this.office = desk.office();
    }

    void register(RouteTable table) {
        table.add("GET", "/api/exams/{id}/results", READERS, this::results);
        table.add("POST", "/api/exams/{id}/prove", PROVERS, this::prove);
        table.add("POST", "/api/exams/{id}/confirm", OFFICERS, this::confirm);
        table.add("POST", "/api/exams/{id}/release", OFFICERS, this::release);
        table.add("GET", "/api/exams/{id}/folder", READERS, this::folder);
    }

    private void results(Context ctx) {
        answer(ctx, desk.view(ctx.pathParam("id")));
    }

    private void prove(Context ctx) {
        JsonBody.of(ctx);
        String id = ctx.pathParam("id");
        office.prove(id);
        answer(ctx, desk.view(id));
    }

    private void confirm(Context ctx) {
        JsonBody.of(ctx);
        answer(ctx, office.confirm(ctx.pathParam("id"), Gatekeeper.person(ctx).account()));
    }

    private void release(Context ctx) {
        JsonBody.of(ctx);
        answer(ctx, office.release(ctx.pathParam("id"), Gatekeeper.person(ctx).account()));
    }

    private void folder(Context ctx) {
        String id = desk.view(ctx.pathParam("id")).plan().id();
        byte[] zip = office.folder(id);
        ctx.contentType("application/zip");
        ctx.header("Content-Disposition", "attachment; filename=\"" + id + ".zip\"");
        ctx.result(zip);
    }

    private void answer(Context ctx, ExamView view) {
        ExamResults results = office.results(view);
        ObjectNode node = ExamJson.brief(view).put("open", results.open()).put("fingerprint", office.fingerprint());
        ExamOffice.Progress progress = office.progress(view.plan().id());
        ObjectNode proof = node.putObject("proof");
        proof.put("state", progress.running() ? "running" : progress.done() > 0 ? "done" : "none");
        proof.put("done", progress.done()).put("of", progress.of());
        long different = results.candidates().stream()
                .flatMap(result -> result.items().stream())
                .filter(item -> office.proof(item).equals("different"))
                .count();
        proof.put("different", different);
        ArrayNode candidates = node.putArray("candidates");
        results.candidates().forEach(result -> write(candidates.addObject(), result));
        Json.answer(ctx, node);
    }

    private void write(ObjectNode node, ExamResults.Result result) {
        var who = result.candidate();
        node.put("seat", who.seat()).put("account", who.account()).put("name", who.name());
        node.put("state", who.state().word())
                .set("stateText", Json.text(who.state().text()));
        node.put("receipt", who.receipt());
        result.mark().ifPresent(mark -> node.put("mark", mark));
        result.passed().ifPresent(passed -> node.put("passed", passed));
        ObjectNode sections = node.putObject("sections");
        result.sections().forEach(sections::put);
        ArrayNode critical = node.putArray("critical");
        result.critical().forEach(critical::add);
        ArrayNode items = node.putArray("items");
        for (ExamResults.Item item : result.items()) {
            ObjectNode one = items.addObject().put("section", item.item().section());
            one.set("title", Json.text(item.item().title()));
            one.put("kind", StrategyJson.word(item.item().kind()))
                    .put("points", item.points())
                    .put("weight", item.item().weight())
                    .put("proof", office.proof(item));
            item.percent().ifPresent(percent -> one.put("percent", percent));
            item.track().ifPresent(track -> one.put("work", track.work()).put("usedS", track.usedMillis() / SECOND));
        }
    }
}
