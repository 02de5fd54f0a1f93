package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.dcs.map.MapError;
import org.openots.dcs.map.TopicFilter;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.trial.MessageGuess;
import org.openots.dcs.trial.TrafficProbe;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.rig.MapDesk;
import org.openots.instructor.rig.RigDesk;

/** What a rig engineer does: listen to a broker, and set the bridge up. */
final class RigSetupRoutes {
    private static final Set<Role> ENGINEERS = Set.of(Role.RIG_ENGINEER);
    private static final String SETTINGS = "bridge.json";
    private static final int LONGEST_FILTER = 500;
    private static final int LONGEST_HOST = 200;
    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_PORT = 1_883;
    private static final int LONGEST_TITLE = 100;

    private final RigDesk rig;

    RigSetupRoutes(ServerParts parts) {
        this.rig = parts.rig();
    }

    void register(RouteTable table) {
        table.add("POST", "/api/rig/probe", ENGINEERS, this::begin);
        table.add("GET", "/api/rig/probe", ENGINEERS, this::probe);
        table.add("DELETE", "/api/rig/probe", ENGINEERS, this::end);
        table.add("POST", "/api/rig/bridge", ENGINEERS, this::bridge);
    }

    /** Listens to the broker of the bridge, or to another one of this machine or of a closed laboratory. */
    private void begin(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "host", "port", "filter");
        Optional<LinkSettings> broker = body.has("host")
                ? Optional.of(laboratory(
                        body.text("host", 1, LONGEST_HOST), (int) body.number("port", 1, HIGHEST_PORT, USUAL_PORT)))
                : Optional.empty();
        String filter = body.text("filter", 1, LONGEST_FILTER);
        if (!TopicFilter.isListenable(filter)) {
            throw new OtsException(MapError.TOPIC, "filter", filter);
        }
        rig.probe(broker, filter);
        ctx.status(201);
        Json.answer(ctx, Json.object().put("ok", true));
    }

    /** A broker of this machine or of a closed laboratory network, without TLS and account. */
    static LinkSettings laboratory(String host, int port) {
        return LinkSettings.local(port, "openots-station.probe")
                .at(
                        new LinkSettings.Broker(host, port),
                        new LinkSettings.Access(Optional.empty(), Optional.empty(), true));
    }

    private void probe(Context ctx) {
        TrafficProbe probe = rig.probe().orElseThrow(() -> new OtsException(StationError.NO_PROBE));
        ObjectNode node = Json.object().put("filter", probe.filter());
        node.put("connected", probe.state().connected())
                .set("text", Json.text(probe.state().text()));
        probe.state().problem().ifPresent(problem -> node.set("problem", Json.text(text(problem))));
        node.put("forgotten", probe.forgotten());
        ArrayNode topics = node.putArray("topics");
        probe.topics().forEach(topic -> topics.add(topic(topic)));
        Json.answer(ctx, node);
    }

    private static ObjectNode topic(TrafficProbe.Topic topic) {
        ObjectNode node = Json.object()
                .put("topic", topic.name())
                .put("messages", topic.messages())
                .put("retained", topic.retained())
                .put("bytes", topic.bytes());
        Json.number(node, "rate", topic.rate());
        topic.guess().dialect().ifPresentOrElse(d -> node.put("dialect", d.word()), () -> node.putNull("dialect"));
        ArrayNode items = node.putArray("items");
        for (MessageGuess.Item item : topic.guess().items()) {
            Json.number(
                    items.addObject().put("item", item.name()).put("quality", item.quality()), "value", item.value());
        }
        return node;
    }

    private void end(Context ctx) {
        rig.endProbe();
        Json.answer(ctx, Json.object().put("ok", true));
    }

    /** Sets the bridge up with the broker of the station, or with one of a closed laboratory network. */
    private void bridge(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "zh", "en", "host", "port");
        List<String> parts = rig.partsByFile();
        if (!parts.isEmpty()) {
            throw new OtsException(StationError.BRIDGE_BY_FILE, String.join(", ", parts));
        }
        ObjectNode settings = Json.object().put("format", "openots-bridge").put("formatVersion", "1.0");
        settings.putObject("title")
                .put("zh", body.text("zh", 1, LONGEST_TITLE))
                .put("en", body.text("en", 1, LONGEST_TITLE));
        settings.put("map", MapDesk.FILE);
        if (body.has("host")) {
            settings.putObject("broker")
                    .put("host", body.text("host", 1, LONGEST_HOST))
                    .put("port", (int) body.number("port", 1, HIGHEST_PORT, USUAL_PORT))
                    .put("clientId", "openots-station")
                    .put("insecureLab", true);
        }
        rig.write(SETTINGS, Json.write(settings));
        rig.open();
        Json.answer(ctx, new RigJson(rig::today).status(rig.state()));
    }

    private static LocalText text(OtsException e) {
        return new LocalText(e.messageIn(Locale.SIMPLIFIED_CHINESE), e.messageIn(Locale.ENGLISH));
    }
}
