package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.alarm.FirstOutDefinition;
import org.openots.simulator.operation.AutomationError;

/** Reads the alarms of instruments, calculated tags, loops and flags, and the first-out groups. */
final class AlarmFile {
    private static final double LONGEST = 3600;
    private static final double FLAG_LIMIT = 0.5;
    private static final int LOWEST_PRIORITY = 3;

    private final List<AlarmDefinition> alarms = new ArrayList<>();
    private final PackReferences references;

    AlarmFile(PackReferences references) {
        this.references = references;
    }

    /** All alarms read so far. */
    List<AlarmDefinition> alarms() {
        return List.copyOf(alarms);
    }

    private void add(AlarmDefinition alarm, JsonCursor place) {
        boolean twice = alarms.stream().anyMatch(other -> other.name().equals(alarm.name()));
        if (twice && !references.doubts(PartKind.ALARM)) {
            place.report(AutomationError.PACK_DUPLICATE, alarm.name());
        }
        alarms.add(alarm);
        references.alarmName(alarm);
    }

    /** The level and rate alarms of an instrument or calculated tag with a range. */
    void measured(JsonCursor node, String tag, double low, double high) {
        if (node.has("alarms")) {
            levels(node, tag, low, high);
        } else if (node.has("alarmDeadband")) {
            references.doubt(PartKind.ALARM); // there were alarms, under another name perhaps
        }
        for (JsonCursor item : references.optionalDefinitions(node, "rateAlarms", PartKind.ALARM)) {
            AlarmKind kind = kind(item, "RL", "RH");
            double limit = item.at("limitPerMin").between(0, high - low);
            special(
                    item,
                    tag,
                    kind,
                    limit,
                    new AlarmDefinition.Options(
                            "", "", item.at("windowS").between(1, LONGEST), references.tag(item, ""), inService(item)));
        }
    }

    /** The deviation alarms of a loop. */
    void deviations(JsonCursor node, String tag, String measurement, double span) {
        for (JsonCursor item : references.optionalDefinitions(node, "alarms", PartKind.ALARM)) {
            AlarmKind kind = kind(item, "DL", "DH");
            double limit = item.at("limit").between(0, span);
            special(
                    item,
                    measurement,
                    kind,
                    limit,
                    new AlarmDefinition.Options(tag, tag + ".SP", 0, references.tag(item, ""), inService(item)));
        }
    }

    private void special(
            JsonCursor item, String source, AlarmKind kind, double limit, AlarmDefinition.Options options) {
        AlarmDefinition alarm = new AlarmDefinition(
                source,
                kind,
                kind.low() ? -limit : limit,
                item.optional("deadband").map(c -> c.between(0, limit)).orElse(0.0),
                new AlarmDefinition.Delays(seconds(item, "onDelayS"), seconds(item, "offDelayS")),
                item.at("priority").integer(1, LOWEST_PRIORITY),
                references.condition(item, "suppressWhen"),
                options);
        add(alarm, item.nearest("kind"));
    }

    private AlarmKind kind(JsonCursor item, String... words) {
        JsonCursor place = item.at("kind");
        String kind = PackReferences.word(item, "kind", words);
        if (!place.isText() || !place.text().equals(kind)) {
            references.doubt(PartKind.ALARM);
        }
        return AlarmKind.valueOf(kind);
    }

    private static double seconds(JsonCursor node, String key) {
        return node.optional(key).map(c -> c.between(0, LONGEST)).orElse(0.0);
    }

    private static boolean inService(JsonCursor node) {
        return node.optional("inService").map(JsonCursor::bool).orElse(true);
    }

    private void levels(JsonCursor node, String tag, double low, double high) {
        double deadband = node.at("alarmDeadband").between(0, high - low);
        AlarmDefinition.Delays delays = new AlarmDefinition.Delays(
                node.at("alarmOnDelayS").between(0, LONGEST),
                node.at("alarmOffDelayS").between(0, LONGEST));
        double above = low;
        for (JsonCursor alarm : references.definitions(node, "alarms", PartKind.ALARM)) {
            AlarmKind kind = kind(alarm, "LL", "L", "H", "HH");
            double limit = alarm.at("limit").between(low, high);
            if (limit < above) {
                alarm.nearest("limit")
                        .report(AutomationError.PACK_NUMBER_RULE, limit, ">= " + above + " (LL <= L <= H <= HH)");
            }
            above = limit;
            references.alarm(tag, kind, limit);
            AlarmDefinition level = new AlarmDefinition(
                    tag,
                    kind,
                    limit,
                    deadband,
                    delays,
                    alarm.at("priority").integer(1, LOWEST_PRIORITY),
                    references.condition(alarm, "suppressWhen"),
                    new AlarmDefinition.Options("", "", 0, references.tag(alarm, ""), inService(alarm)));
            add(level, alarm.nearest("kind"));
        }
    }

    /** An alarm while a flag is on. */
    void flag(JsonCursor node) {
        String signal = node.at("signal").text();
        references.use(node, "signal", signal, PartKind.FLAGS);
        if (signal.isBlank()) {
            references.doubt(PartKind.ALARM);
        }
        AlarmDefinition alarm = new AlarmDefinition(
                signal,
                AlarmKind.ON,
                FLAG_LIMIT,
                0,
                new AlarmDefinition.Delays(0, 0),
                node.at("priority").integer(1, LOWEST_PRIORITY),
                references.condition(node, "suppressWhen"),
                new AlarmDefinition.Options("", "", 0, references.tag(node, ""), inService(node)));
        add(alarm, node.nearest("signal"));
    }

    /** The first-out groups of instruments.json. */
    List<FirstOutDefinition> firstOut(JsonCursor root) {
        List<FirstOutDefinition> groups = new ArrayList<>();
        for (JsonCursor node : PackReferences.optionalList(root, "firstOut")) {
            List<String> names = references.useAll(node.at("alarms"), Set.of(PartKind.ALARM));
            if (names.size() < 2) {
                node.nearest("alarms").report(CommonError.JSON_TOO_FEW, names.size(), 2);
            }
            groups.add(new FirstOutDefinition(
                    references.define(node, "id", PartKind.FLAG),
                    node.at("text").localText(),
                    names));
        }
        return groups;
    }
}
