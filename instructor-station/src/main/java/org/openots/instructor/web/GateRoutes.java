package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.dcs.audit.AuditEntry;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.gate.WriteGate;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.rig.RigDesk;

/** The write gate of the rig and its audit. Faults are named in both, so that no student may see either. */
final class GateRoutes {
    private static final Set<Role> OPERATORS = Set.of(Role.INSTRUCTOR, Role.RIG_ENGINEER);
    private static final Set<Role> READERS =
            Set.of(Role.INSTRUCTOR, Role.RIG_ENGINEER, Role.ASSESSOR, Role.SUPERVISOR, Role.ADMIN);
    private static final String PATH = "/api/rig/gate";
    private static final String TAG = "tag";
    private static final String VALUE = "value";
    private static final String TOKEN = "token";
    private static final int LONGEST_TAG = 100;
    private static final int LONGEST_TOKEN = 200;
    private static final int LONGEST_SEARCH = 100;
    private static final double ANY = 1e9;
    private static final int MOST_ENTRIES = 200;
    private static final int USUAL_ENTRIES = 50;

    private final RigDesk rig;
    private final GateJson json;

    GateRoutes(ServerParts parts) {
        this.rig = parts.rig();
        this.json = new GateJson(rig);
    }

    void register(RouteTable table) {
        table.add("GET", PATH, OPERATORS, this::state);
        table.add("POST", PATH + "/take", OPERATORS, ctx -> act(ctx, (gate, who) -> gate.take(who)));
        table.add("POST", PATH + "/release", OPERATORS, ctx -> act(ctx, (gate, who) -> gate.release(who)));
        table.add("POST", PATH + "/stop", OPERATORS, ctx -> act(ctx, (gate, who) -> gate.stop(who)));
        table.add("POST", PATH + "/prepare", OPERATORS, this::prepare);
        table.add("POST", PATH + "/approve", OPERATORS, this::approve);
        table.add("POST", PATH + "/commit", OPERATORS, this::commit);
        table.add("POST", PATH + "/key", OPERATORS, this::key);
        table.add("GET", "/api/rig/audit", READERS, this::audit);
        table.add("GET", "/api/rig/audit.jsonl", READERS, this::download);
    }

    /** Something a person does at the gate. */
    @FunctionalInterface
    private interface Deed {
        void at(WriteGate gate, String who);
    }

    private void act(Context ctx, Deed deed) {
        deed.at(rig.gate().gate().gate(), who(ctx));
        state(ctx);
    }

    private static String who(Context ctx) {
        return Gatekeeper.person(ctx).account();
    }

    private void state(Context ctx) {
        Json.answer(ctx, json.state(who(ctx)));
    }

    private void prepare(Context ctx) {
        JsonBody body = JsonBody.of(ctx, TAG, VALUE);
        String tag = body.text(TAG, 1, LONGEST_TAG);
        double value = body.number(VALUE, -ANY, ANY, Double.NaN);
        if (Double.isNaN(value)) {
            throw new OtsException(StationError.MISSING_FIELD, VALUE);
        }
        act(ctx, (gate, who) -> gate.prepare(who, tag, value));
    }

    private void approve(Context ctx) {
        String token = JsonBody.of(ctx, TOKEN).text(TOKEN, 1, LONGEST_TOKEN);
        act(ctx, (gate, who) -> gate.approve(who, token));
    }

    private void commit(Context ctx) {
        String token = JsonBody.of(ctx, TOKEN).text(TOKEN, 1, LONGEST_TOKEN);
        act(ctx, (gate, who) -> gate.commit(who, token));
    }

    /** Turns the key at a virtual rig, which has nobody beside it who could. */
    private void key(Context ctx) {
        boolean on = JsonBody.of(ctx, "on").choice("on", List.of("yes", "no")).equals("yes");
        rig.key(who(ctx), on);
        state(ctx);
    }

    private void audit(Context ctx) {
        AuditLog.Contents contents = rig.gate().contents();
        String wanted = text(ctx, "q").strip().toLowerCase(Locale.ROOT);
        List<AuditEntry> entries = new ArrayList<>(contents.entries().stream()
                .filter(entry -> GateJson.words(entry).toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
        Collections.reverse(entries);
        int size = whole(ctx, "size", 1, MOST_ENTRIES, USUAL_ENTRIES);
        int page = whole(ctx, "page", 0, Integer.MAX_VALUE / MOST_ENTRIES - 1, 0);
        ObjectNode node = GateJson.verdict(contents);
        node.put("matching", entries.size()).put("page", page).put("size", size);
        ArrayNode list = node.putArray("entries");
        entries.stream().skip((long) page * size).limit(size).forEach(entry -> list.add(GateJson.entry(entry)));
        Json.answer(ctx, node);
    }

    private static String text(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null) {
            return "";
        }
        if (value.length() > LONGEST_SEARCH) {
            throw new OtsException(StationError.FIELD_LENGTH, name, value.length(), 0, LONGEST_SEARCH);
        }
        return value;
    }

    private static int whole(Context ctx, String name, int lowest, int highest, int absent) {
        String typed = text(ctx, name);
        if (typed.isBlank()) {
            return absent;
        }
        try {
            int value = Integer.parseInt(typed);
            if (value < lowest || value > highest) {
                throw new OtsException(StationError.FIELD_RANGE, name, value, lowest, highest);
            }
            return value;
        } catch (NumberFormatException e) {
            throw new OtsException(StationError.FIELD_NOT_NUMBER, name, typed);
        }
    }

    private void download(Context ctx) {
        Path file = rig.gate()
                .auditFile()
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new OtsException(StationError.NOT_FOUND, "audit.jsonl"));
        try {
            ctx.result(Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
        ctx.contentType("application/x-ndjson; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"rig-audit.jsonl\"");
    }
}
