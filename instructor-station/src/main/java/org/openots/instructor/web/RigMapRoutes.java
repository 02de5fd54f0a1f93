package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.text.Brief;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MapImport;
import org.openots.dcs.map.NameMatch;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.hazop.report.XlsxFile;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.rig.MapDesk;
import org.openots.instructor.rig.RigDesk;
import org.openots.instructor.store.Database;

/** The tag map in the browser of a rig engineer: match, check, import, try on live messages, save, bring back. */
final class RigMapRoutes {
    /** Path of the map, and of all that is done with it. */
    static final String MAP = "/api/rig/map";

    /** Where an export of a control system is sent to. */
    static final String IMPORT = MAP + "/import";

    /** Largest tag map, bytes: 300 tags with everything said are below 200 kB. */
    static final long LARGEST_MAP = 2_000_000;

    private static final Set<Role> ENGINEERS = Set.of(Role.RIG_ENGINEER);
    private static final String TRIAL = MAP + "/trial";
    private static final int MOST_ITEMS = 20_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_TRIAL = 600;
    private static final int USUAL_TRIAL = 10;
    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_PORT = 1_883;

    private final RigDesk rig;
    private final MapDesk maps;
    private final MapJson json;
    private final Database database;

    RigMapRoutes(ServerParts parts) {
        this.database = parts.database();
        this.rig = parts.rig();
        this.maps = parts.rig().maps();
        this.json = new MapJson(parts.rig(), parts.library());
    }

    void register(RouteTable table) {
        table.add("GET", MAP, ENGINEERS, this::map);
        table.add("POST", MAP, ENGINEERS, this::save);
        table.add("POST", MAP + "/check", ENGINEERS, this::check);
        table.add("GET", MAP + "/desk", ENGINEERS, ctx -> Json.answer(ctx, json.desk(ctx.queryParam("plant"))));
        table.add("POST", MAP + "/match", ENGINEERS, this::match);
        table.add("POST", IMPORT, ENGINEERS, this::read);
        table.add("GET", MAP + "/kept/{file}", ENGINEERS, this::kept);
        table.add("POST", TRIAL, ENGINEERS, this::begin);
        table.add("GET", TRIAL, ENGINEERS, ctx -> Json.answer(ctx, MapJson.trial(maps.trial())));
        table.add("DELETE", TRIAL, ENGINEERS, this::end);
    }

    private void map(Context ctx) {
        MapDesk.Current now = maps.current();
        byte[] bytes = now.json().orElseThrow(() -> new OtsException(StationError.NOT_FOUND, MapDesk.FILE));
        ctx.header("ETag", "\"" + now.version() + "\"");
        ctx.contentType("application/json; charset=utf-8");
        ctx.result(bytes);
    }

    /** Names every mistake of a map, without using it. */
    private void check(Context ctx) {
        List<Finding> findings = maps.check(ctx.bodyAsBytes());
        ObjectNode node = Json.object().put("ok", findings.isEmpty());
        node.set("findings", MapJson.findings(findings));
        Json.answer(ctx, node);
    }

    /** Puts a map without mistakes to use; the bridge begins anew with it. */
    private void save(Context ctx) {
        String before = maps.current().version();
        maps.save(ctx.bodyAsBytes(), Optional.ofNullable(ctx.queryParam("base")));
        String version = maps.current().version();
        String detail =
                Json.object().put("before", before).put("version", version).toString();
        database.writer().write(unit -> {
            unit.audit(Gatekeeper.person(ctx).account(), "rig-map-saved", detail);
            return version;
        });
        ObjectNode node = new RigJson(rig::today).status(rig.state());
        Json.answer(ctx, node.put("version", version));
    }

    private void match(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "plant", "items");
        List<NameMatch.Item> items = new ArrayList<>();
        for (JsonNode item : body.list("items", MOST_ITEMS)) {
            items.add(new NameMatch.Item(
                    item.path("topic").asText(),
                    item.path("item").asText(),
                    item.path("value").asDouble(Double.NaN)));
        }
        ArrayNode list = Json.array();
        for (NameMatch.Match match :
                json.names(body.text("plant", 1, LONGEST_NAME)).match(items)) {
            ObjectNode node = list.addObject();
            node.put("topic", match.item().topic()).put("item", match.item().name());
            match.signal().ifPresentOrElse(signal -> node.put("signal", signal), () -> node.putNull("signal"));
            match.candidates().forEach(node.putArray("candidates")::add);
        }
        Json.answer(ctx, list);
    }

    /** Reads an export of a control system; the answer is a map to be looked at, nothing is saved. */
    private void read(Context ctx) {
        String plant = parameter(ctx, "plant");
        Findings findings = Findings.collecting();
        MapImport.Result result;
        try {
            byte[] bytes = ctx.req().getInputStream().readNBytes((int) XlsxFile.LARGEST_FILE + 1);
            result = MapImport.read(
                    parameter(ctx, "name"),
                    bytes,
                    new MapImport.Request(plant, maps.signals(plant), parameter(ctx, "topic"), dialect(ctx)),
                    findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectNode node = Json.object().put("ok", findings.isEmpty());
        node.set("map", result.json());
        node.set("findings", MapJson.findings(findings.all()));
        ArrayNode leftOut = node.putArray("leftOut");
        result.leftOut()
                .forEach(line -> leftOut.addObject().put("line", line.line()).put("name", line.name()));
        Json.answer(ctx, node);
    }

    private static Dialect dialect(Context ctx) {
        String word = parameter(ctx, "dialect");
        return Arrays.stream(Dialect.values())
                .filter(dialect -> dialect.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new OtsException(
                        StationError.FIELD_CHOICE, "dialect", Brief.of(word), String.join(", ", MapJson.dialects())));
    }

    private static String parameter(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null || value.isBlank()) {
            throw new OtsException(StationError.MISSING_FIELD, name);
        }
        if (value.length() > LONGEST_NAME) {
            throw new OtsException(StationError.FIELD_LENGTH, name, value.length(), 1, LONGEST_NAME);
        }
        return value;
    }

    private static int number(Context ctx, String name, int highest, int absent) {
        String typed = ctx.queryParam(name);
        if (typed == null || typed.isBlank()) {
            return absent;
        }
        try {
            int value = Integer.parseInt(typed);
            if (value < 1 || value > highest) {
                throw new OtsException(StationError.FIELD_RANGE, name, value, 1, highest);
            }
            return value;
        } catch (NumberFormatException e) {
            throw new OtsException(StationError.FIELD_NOT_NUMBER, name, Brief.of(typed));
        }
    }

    private void kept(Context ctx) {
        ctx.contentType("application/json; charset=utf-8");
        ctx.result(maps.kept(ctx.pathParam("file")));
    }

    /** Tries a map that need not be saved; how it does is asked for again and again. */
    private void begin(Context ctx) {
        int seconds = number(ctx, "seconds", LONGEST_TRIAL, USUAL_TRIAL);
        String host = ctx.queryParam("host");
        Optional<LinkSettings> broker = host == null || host.isBlank()
                ? Optional.empty()
                : Optional.of(RigSetupRoutes.laboratory(
                        parameter(ctx, "host"), number(ctx, "port", HIGHEST_PORT, USUAL_PORT)));
        maps.begin(ctx.bodyAsBytes(), broker, Duration.ofSeconds(seconds));
        ctx.status(201);
        Json.answer(ctx, MapJson.trial(maps.trial()));
    }

    private void end(Context ctx) {
        maps.endTrial();
        Json.answer(ctx, MapJson.trial(maps.trial()));
    }
}
