package org.openots.dcs.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.dcs.gate.CommandWire;
import org.openots.dcs.map.MappedTag.Write;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.LinkSettings;

/** Reads the part {@code writeGate} of the settings of a bridge. */
final class GateFile {
    private static final String CLIENT = "clientId";
    private static final String AUDIT = "audit.jsonl";
    private static final double USUAL_FRESH = 3;
    private static final double USUAL_TIMEOUT = 5;
    private static final double LONGEST = 60;
    /** How near a mode or a fault must come; both are whole numbers or parts of one. */
    private static final double EXACT = 1e-6;

    private final Path folder;

    GateFile(Path folder) {
        this.folder = folder;
    }

    GatePart read(JsonCursor c) {
        String clientId = c.at(CLIENT).text();
        if (!clientId.isBlank()) {
            // the link itself says which names are possible
            LinkSettings.local(1, clientId);
        }
        Optional<JsonCursor> heated = c.optional("heated");
        List<GatePart.Target> targets = c.at("targets").list(this::target);
        for (int i = 0; i < targets.size(); i++) {
            String tag = targets.get(i).name().tag();
            if (targets.subList(0, i).stream()
                    .anyMatch(other -> other.name().tag().equals(tag))) {
                c.at("targets").items().get(i).nearest("tag").report(CommonError.JSON_DUPLICATE_NAME, tag);
            }
        }
        return new GatePart(
                c.optional("enabled").map(JsonCursor::bool).orElse(false),
                new GatePart.Account(
                        clientId,
                        file(c, "login"),
                        file(c, "certificate"),
                        file(c, "key"),
                        c.nearest(CLIENT).place()),
                folder.resolve(c.optional("audit").map(JsonCursor::text).orElse(AUDIT)),
                c.optional("keySwitch").map(GateFile::named).orElse(new GatePart.Named(TagMap.KEY, c.place())),
                c.optional("mustBeZero").map(list -> list.list(GateFile::named)).orElse(List.of()),
                heated.map(part -> named(part.at("tag"))),
                heated.map(part -> part.at("above").number()).orElse(0.0),
                c.optional("freshSeconds").map(n -> n.between(1, LONGEST)).orElse(USUAL_FRESH),
                targets);
    }

    private Optional<Path> file(JsonCursor c, String field) {
        return c.optional(field).map(JsonCursor::text).map(folder::resolve);
    }

    private static GatePart.Named named(JsonCursor c) {
        return new GatePart.Named(c.text(), c.place());
    }

    private GatePart.Target target(JsonCursor c) {
        GatePart.Named name = named(c.at("tag"));
        Write kind = c.at("kind").oneOf(Write.class);
        if (kind == Write.NONE) {
            c.nearest("kind").report(CommonError.JSON_NOT_ALLOWED, "none", "sp, mv, mode, fault");
        }
        boolean stepped = kind == Write.MODE || kind == Write.FAULT;
        List<Double> values = stepped ? values(c.at("values")) : List.of();
        double low = stepped ? least(values) : c.at("low").number();
        double high = stepped
                ? -least(values.stream().map(v -> -v).toList())
                : c.at("high").number();
        if (low >= high) {
            c.nearest("low").report(BridgeError.GATE_LIMITS, name.tag(), low, high);
        }
        Optional<JsonCursor> mode = c.optional("mode");
        return new GatePart.Target(
                name,
                kind,
                name.tag().startsWith(CommandWire.FAULT) ? Optional.empty() : Optional.of(named(c.at("readBack"))),
                low,
                high,
                values,
                stepped ? high - low : c.at("rate").positive(),
                stepped ? EXACT : c.at("tolerance").notNegative(),
                c.optional("timeoutSeconds").map(n -> n.between(1, LONGEST)).orElse(USUAL_TIMEOUT),
                mode.map(part -> named(part.at("tag"))),
                mode.map(part -> values(part.at("values"))).orElse(List.of()));
    }

    private static List<Double> values(JsonCursor c) {
        List<Double> values = c.list(JsonCursor::number);
        if (c.isArray() && values.isEmpty()) {
            c.report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return values;
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }
}
