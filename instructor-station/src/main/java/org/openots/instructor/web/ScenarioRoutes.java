package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openots.common.json.Finding;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.people.Role;
import org.openots.instructor.scenario.Scenario;
import org.openots.instructor.scenario.ScenarioCheck;
import org.openots.instructor.scenario.ScenarioDesk;
import org.openots.instructor.scenario.ScenarioDiff;
import org.openots.instructor.scenario.ScenarioStore;
import org.openots.instructor.scenario.ScenarioVersion;
import org.openots.instructor.scenario.ScenarioView;
import org.openots.instructor.scenario.ScenarioWriter;
import org.openots.simulator.fault.EventOrders;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.plant.PlantPack;

/** The library of scenarios and what their editor needs; secret from students, as faults are. */
final class ScenarioRoutes {
    private static final Set<Role> WRITERS = Set.of(Role.INSTRUCTOR);
    private static final Set<Role> READERS = Set.of(Role.INSTRUCTOR, Role.SUPERVISOR);
    private static final String ALL = "/api/scenarios";
    private static final String ONE = ALL + "/{id}";
    private static final int LONGEST = 100;

    private final ScenarioDesk desk;
    private final ScenarioStore store;
    private final PlantLibrary library;
    private final RunAccess access;

    ScenarioRoutes(ServerParts parts, RunAccess access) {
        this.desk = parts.scenarios();
        this.store = desk.store();
        this.library = parts.library();
        this.access = access;
    }

    void register(RouteTable table) {
        table.add("GET", ALL, READERS, this::list);
        table.add("POST", ALL, WRITERS, this::save);
        table.add("POST", ALL + "/check", WRITERS, this::check);
        table.add("POST", ALL + "/record", WRITERS, this::record);
        table.add("GET", ONE, READERS, ctx -> Json.answer(ctx, whole(store.view(ctx.pathParam("id")))));
        table.add("GET", ONE + "/document", READERS, this::document);
        table.add("GET", ONE + "/diff", READERS, this::diff);
        table.add("POST", ONE + "/retire", WRITERS, this::retire);
        table.add("GET", "/api/plants/{id}/events", READERS, this::events);
    }

    private void list(Context ctx) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("scenarios");
        store.all().forEach(view -> list.add(brief(view)));
        ArrayNode damaged = answer.putArray("damaged");
        store.damaged().forEach((name, why) -> damaged.add(ErrorMapper.body(why).put("name", name)));
        Json.answer(ctx, answer);
    }

    private static ObjectNode brief(ScenarioView view) {
        ScenarioVersion newest = view.newest();
        Scenario document = newest.document();
        ObjectNode node = Json.object().put("id", view.id());
        node.set("title", Json.text(document.title()));
        node.put("plant", document.plant()).put("initialCondition", document.initialCondition());
        document.task().ifPresent(task -> node.put("task", task));
        return node.put("events", document.events().size())
                .put("retired", view.retired())
                .put("version", document.version())
                .put("by", newest.by())
                .put("at", Instant.ofEpochMilli(newest.at()).toString());
    }

    private ObjectNode whole(ScenarioView view) {
        ObjectNode node = brief(view).put("token", view.token());
        node.set("document", ScenarioWriter.json(view.newest().document()));
        node.set("check", findings(desk.check(view.newest())));
        ArrayNode versions = node.putArray("versions");
        for (ScenarioVersion version : view.versions()) {
            versions.addObject()
                    .put("version", version.document().version())
                    .put("hash", version.hash())
                    .put("by", version.by())
                    .put("at", Instant.ofEpochMilli(version.at()).toString());
        }
        return node;
    }

    private static ObjectNode findings(ScenarioCheck.Result result) {
        ObjectNode node = Json.object().put("sound", result.isSound());
        ArrayNode list = node.putArray("findings");
        for (Finding finding : result.findings()) {
            ObjectNode one = list.addObject()
                    .put("code", finding.code().code())
                    .put("pointer", finding.pointer())
                    .put("value", finding.value());
            one.set("rule", both(finding.ruleIn(Locale.SIMPLIFIED_CHINESE), finding.ruleIn(Locale.ENGLISH)));
            one.set("hint", both(finding.hintIn(Locale.SIMPLIFIED_CHINESE), finding.hintIn(Locale.ENGLISH)));
        }
        return node;
    }

    private static ObjectNode both(String zh, String en) {
        return Json.text(new LocalText(zh, en));
    }

    private static byte[] bytes(JsonBody body) {
        return body.object("document").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void check(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "document");
        Json.answer(ctx, findings(desk.check(bytes(body))));
    }

    /** Saves a version; what it says may be wrong still, its form may not. */
    private void save(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "token", "document");
        ScenarioCheck.Result result = desk.check(bytes(body));
        Scenario document =
                result.scenario().orElseThrow(() -> result.findings().get(0).toException());
        String by = Gatekeeper.person(ctx).account();
        Json.answer(ctx, whole(store.save(body.text("token", LONGEST, ""), document, by)));
    }

    private void record(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "run");
        String run = body.text("run", 1, LONGEST);
        access.row(run);
        ObjectNode node = Json.object();
        ObjectNode document = ScenarioWriter.json(desk.recorded(run));
        node.set("document", document);
        node.set("check", findings(desk.check(document.toString().getBytes(StandardCharsets.UTF_8))));
        Json.answer(ctx, node);
    }

    private ScenarioVersion version(Context ctx, String parameter) {
        String text = String.valueOf(ctx.queryParam(parameter));
        return store.version(ctx.pathParam("id"), text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0);
    }

    private void document(Context ctx) {
        Scenario scenario = version(ctx, "version").document();
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"" + scenario.id() + "-v" + scenario.version() + ".json\"");
        Json.answer(ctx, ScenarioWriter.json(scenario));
    }

    private void diff(Context ctx) {
        ArrayNode list = Json.array();
        for (ScenarioDiff.Change change : ScenarioDiff.of(
                version(ctx, "from").document(), version(ctx, "to").document())) {
            ObjectNode node = list.addObject().put("event", change.event()).put("field", change.field());
            set(node, "before", change.before());
            set(node, "after", change.after());
        }
        Json.answer(ctx, list);
    }

    private static void set(ObjectNode node, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            node.set(name, value);
        }
    }

    private void retire(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "token", "retired");
        boolean away = body.choice("retired", List.of("yes", "no")).equals("yes");
        String by = Gatekeeper.person(ctx).account();
        Json.answer(ctx, whole(store.retire(ctx.pathParam("id"), body.text("token", 1, LONGEST), away, by)));
    }

    /** What the editor offers beside faults and instruments: operations, and what of the process can be disturbed. */
    private void events(Context ctx) {
        String plant = ctx.pathParam("id");
        library.plant(plant);
        ObjectNode node = Json.object();
        ArrayNode disturbances = node.putArray("disturbances");
        ArrayNode conditions = node.putArray("conditions");
        ObjectNode operations = node.putObject("operations");
        library.pack(plant).ifPresent(pack -> {
            ScenarioCheck.spans(pack).forEach(span -> span(disturbances.addObject(), span));
            pack.initialConditionIds().forEach(conditions::add);
            operations(operations, pack);
        });
        Json.answer(ctx, node);
    }

    private static void span(ObjectNode node, EventOrders.Span span) {
        node.put("parameter", span.parameter()).put("unit", span.unit());
        Json.number(node, "low", span.low());
        Json.number(node, "high", span.high());
        node.set("text", Json.text(span.fault()));
    }

    private static void operations(ObjectNode node, PlantPack pack) {
        ScenarioCheck.operations(pack).forEach((target, verbs) -> {
            ObjectNode one = node.putObject(target);
            verbs.forEach((verb, rule) -> {
                ObjectNode range = one.putObject(verb);
                if (!rule.equals(VerbRule.PLAIN)) {
                    range.put("low", rule.low()).put("high", rule.high()).put("unit", rule.unit());
                }
            });
        });
    }
}
