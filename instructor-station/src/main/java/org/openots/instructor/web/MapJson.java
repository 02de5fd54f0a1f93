package org.openots.instructor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Finding;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalRange;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units.Unit;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.GatewayUnits;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.NameMatch;
import org.openots.dcs.map.QualityMap;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.trial.MapTrial;
import org.openots.dcs.trial.SourceSummary;
import org.openots.dcs.value.Sample;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.RigTask;
import org.openots.instructor.rig.MapDesk;
import org.openots.instructor.rig.MapTrialRun;
import org.openots.instructor.rig.RigDesk;
import org.openots.simulator.automation.ControlSystemSignals;
import org.openots.simulator.automation.MonitoredPlant;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/** What the page of the tag map needs, as JSON. */
final class MapJson {
    private static final int MOST_UNMAPPED = 500;
    private static final LocalText KEY = new LocalText("远程允许（钥匙开关）", "remote enable (key switch)");
    private static final double NANOS = 1e9;

    private final RigDesk rig;
    private final PlantLibrary library;
    private final Map<String, NameMatch> names = new ConcurrentHashMap<>();

    MapJson(RigDesk rig, PlantLibrary library) {
        this.rig = rig;
        this.library = library;
    }

    /** Everything that stands on the page before the traffic comes; the plant is that of the map unless told. */
    ObjectNode desk(@Nullable String asked) {
        MapDesk.Current now = rig.maps().current();
        ObjectNode node = Json.object().put("version", now.version());
        Optional<JsonNode> map = now.json().flatMap(json -> parsed(json, node));
        map.ifPresentOrElse(json -> node.set("map", json), () -> node.putNull("map"));
        String plant = Optional.ofNullable(asked)
                .or(() -> map.map(json -> json.path("plant").asText()).filter(PlantPack.SHIPPED::contains))
                .orElseGet(() -> library.rigTasks().stream()
                        .findFirst()
                        .map(one -> one.task().plant())
                        .orElse(PlantPack.SHIPPED.get(0)));
        node.put("plant", plant);
        ArrayNode plants = node.putArray("plants");
        PlantPack.SHIPPED.forEach(id -> plants.addObject()
                .put("id", id)
                .set("title", Json.text(rig.maps().pack(id).title())));
        PlantSignals signals = rig.maps().signals(plant);
        node.set("signals", signals(plant, signals));
        node.set("units", units(signals));
        words(node);
        ArrayNode kept = node.putArray("kept");
        rig.maps()
                .kept()
                .forEach(one -> kept.addObject().put("name", one.name()).put("time", one.time()));
        node.put("today", rig.today().toString());
        node.put("probe", rig.probe().isPresent());
        node.put(
                "state",
                new RigJson(rig::today).status(rig.state()).path("state").asText());
        rig.partsByFile().forEach(node.putArray("byFile")::add);
        rig.broker().ifPresentOrElse(link -> node.set("broker", broker(link)), () -> node.putNull("broker"));
        return node;
    }

    private static Optional<JsonNode> parsed(byte[] json, ObjectNode node) {
        try {
            JsonNode map = Json.read(json);
            if (map.isObject() && map.path("tags").isArray()) {
                return Optional.of(map);
            }
        } catch (JsonProcessingException e) {
            node.put("broken", String.valueOf(e.getOriginalMessage()));
            return Optional.empty();
        }
        node.put("broken", "tags");
        return Optional.empty();
    }

    private static ObjectNode broker(LinkSettings link) {
        return Json.object()
                .put("host", link.broker().host())
                .put("port", link.broker().port())
                .put("tls", link.access().tls().isPresent());
    }

    private static void words(ObjectNode node) {
        dialects().forEach(node.putArray("dialects")::add);
        words(node.putArray("qualityMaps"), QualityMap.values());
        words(node.putArray("timeForms"), MappedTag.TimeForm.values());
        words(node.putArray("writes"), MappedTag.Write.values());
    }

    static List<String> dialects() {
        return Arrays.stream(Dialect.values()).map(Dialect::word).toList();
    }

    private static void words(ArrayNode list, Enum<?>[] values) {
        Arrays.stream(values).map(MapJson::word).forEach(list::add);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Signals that a control system can send, by name and in the order of the plant. */
    private Map<String, String> kinds(String plant, PlantSignals signals) {
        PlantPack pack = rig.maps().pack(plant);
        ControlSystemSignals known = new ControlSystemSignals(pack.automation());
        Set<String> own = MonitoredPlant.ownSignals(pack.automation());
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Signal signal : signals.table().signals()) {
            String name = signal.name();
            if (known.knows(name)) {
                boolean ranged = signals.ranges().containsKey(name);
                boolean part = name.contains(".");
                kinds.put(
                        name,
                        own.contains(name) ? "own" : ranged ? part ? "loop" : "instrument" : part ? "part" : "other");
            }
        }
        return kinds;
    }

    NameMatch names(String plant) {
        return names.computeIfAbsent(plant, id -> {
            PlantSignals signals = rig.maps().signals(id);
            List<String> all = new ArrayList<>(kinds(id, signals).keySet());
            all.add(TagMap.KEY);
            return new NameMatch(all, signals.ranges());
        });
    }

    private ArrayNode signals(String plant, PlantSignals signals) {
        Map<String, Set<Integer>> skills = new TreeMap<>();
        for (RigTask task : library.rigTasks()) {
            if (task.task().plant().equals(plant)) {
                library.signalsOf(task, signals.table())
                        .forEach(name -> skills.computeIfAbsent(name, any -> new TreeSet<>())
                                .add(task.skill()));
            }
        }
        ArrayNode list = Json.array();
        Map<String, String> kinds = kinds(plant, signals);
        for (Signal signal : signals.table().signals()) {
            String kind = kinds.get(signal.name());
            if (kind == null) {
                continue;
            }
            ObjectNode node = list.addObject()
                    .put("name", signal.name())
                    .put("unit", unit(signal).map(Unit::symbol).orElse(""))
                    .put("kind", kind);
            node.set("text", Json.text(signal.text()));
            SignalRange range = signals.ranges().get(signal.name());
            Json.number(node, "low", range == null ? Double.NaN : range.low());
            Json.number(node, "high", range == null ? Double.NaN : range.high());
            ArrayNode needed = node.putArray("skills");
            if (!kind.equals("own")) {
                skills.getOrDefault(signal.name(), Set.of()).forEach(needed::add);
            }
        }
        ObjectNode key =
                list.addObject().put("name", TagMap.KEY).put("unit", "").put("kind", "other");
        key.set("text", Json.text(KEY));
        key.putNull("low").putNull("high").putArray("skills");
        return list;
    }

    private static Optional<Unit> unit(Signal signal) {
        return signal.unit().isEmpty() ? Optional.empty() : GatewayUnits.find(signal.unit());
    }

    /** For each unit of the plant, the units that a gateway may send instead. */
    private static ObjectNode units(PlantSignals signals) {
        ObjectNode node = Json.object();
        for (Signal signal : signals.table().signals()) {
            unit(signal).filter(unit -> !node.has(unit.symbol())).ifPresent(unit -> {
                ArrayNode same = node.putArray(unit.symbol());
                GatewayUnits.of(unit.dimension()).forEach(other -> same.add(other.symbol()));
            });
        }
        return node;
    }

    /** Mistakes with their places in the map; {@code rule} is what is wrong and what to do, without the place. */
    static ArrayNode findings(List<Finding> findings) {
        ArrayNode list = Json.array();
        for (Finding finding : findings) {
            ObjectNode node = list.addObject()
                    .put("pointer", finding.pointer())
                    .put("code", finding.code().code());
            node.set("text", Json.text(text(finding)));
            node.set(
                    "rule",
                    Json.text(new LocalText(rule(finding, Locale.SIMPLIFIED_CHINESE), rule(finding, Locale.ENGLISH))));
        }
        return list;
    }

    private static LocalText text(Finding finding) {
        return new LocalText(finding.messageIn(Locale.SIMPLIFIED_CHINESE), finding.messageIn(Locale.ENGLISH));
    }

    private static String rule(Finding finding, Locale locale) {
        return (finding.ruleIn(locale) + " " + finding.hintIn(locale)).strip();
    }

    /** A trial so far. */
    static ObjectNode trial(MapTrialRun run) {
        MapTrialRun.Shown shown = run.shown();
        MapTrialRun.Found found = shown.found();
        ObjectNode node = Json.object()
                .put("phase", word(shown.phase()))
                .put("seconds", run.length().toSeconds());
        Json.number(node, "listened", run.listened().toNanos() / NANOS);
        shown.problem()
                .ifPresent(problem -> node.putObject("problem")
                        .put("code", problem.errorCode().code())
                        .set(
                                "text",
                                Json.text(new LocalText(
                                        problem.messageIn(Locale.SIMPLIFIED_CHINESE),
                                        problem.messageIn(Locale.ENGLISH)))));
        ArrayNode tags = node.putArray("tags");
        found.results().forEach(result -> tags.add(result(result)));
        node.set("findings", findings(found.findings()));
        ArrayNode unmapped = node.putArray("unmapped");
        found.unmapped().stream()
                .limit(MOST_UNMAPPED)
                .forEach(seen -> unmapped.addObject().put("topic", seen.topic()).put("item", seen.item()));
        node.put("unmappedAll", found.unmapped().size());
        ArrayNode sources = node.putArray("sources");
        found.sources().forEach(source -> sources.add(source(source)));
        ArrayNode notices = node.putArray("notices");
        found.notices().stream()
                .map(notice -> new LocalText(notice.in(Locale.SIMPLIFIED_CHINESE), notice.in(Locale.ENGLISH)))
                .distinct()
                .limit(MOST_UNMAPPED)
                .forEach(notice -> notices.add(Json.text(notice)));
        return node;
    }

    private static ObjectNode result(MapTrial.TagResult result) {
        ObjectNode node = Json.object()
                .put("tag", result.tag())
                .put("verdict", word(result.verdict()))
                .put("hint", result.hint());
        Json.number(node, "raw", result.raw());
        Json.number(node, "value", result.last().map(Sample::value).orElse(Double.NaN));
        result.last()
                .map(sample -> sample.quality().cause().text())
                .ifPresent(cause -> node.set("cause", Json.text(cause)));
        return node;
    }

    private static ObjectNode source(SourceSummary source) {
        return Json.object()
                .put("topic", source.topic())
                .put("dialect", source.dialect().word())
                .put("messages", source.messages())
                .put("good", source.good())
                .put("uncertain", source.uncertain())
                .put("bad", source.bad())
                .put("never", source.never())
                .put("clockOffset", source.clockOffset());
    }
}
