package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.Localizable;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.control.SelectorDefinition;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.signal.SignalBoard;

/** Names that pack files define and use, checked once all files are read. */
final class PackReferences {
    private static final String LOOP = " loop";
    private static final String ALARM = " alarm";

    private final Map<String, Kind> defined = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Asked> conditions = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final Map<String, Double> alarmLimits = new HashMap<>();

    /** Kinds of named things. */
    enum Kind {
        MEASUREMENT,
        GAUGE,
        CALCULATED,
        FLAG,
        SWITCH,
        SUPPLY,
        AIR,
        PUMP,
        HEATER,
        FAN,
        CONTROL_VALVE,
        SOLENOID,
        SHUTOFF_VALVE,
        MOTOR_VALVE,
        HAND_VALVE,
        CONTROLLER,
        SELECTOR,
        INTERLOCK,
        TRIP,
        TASK,
        ALARM;

        static final Set<Kind> ELEMENTS =
                EnumSet.of(PUMP, HEATER, FAN, CONTROL_VALVE, SOLENOID, SHUTOFF_VALVE, MOTOR_VALVE);
        static final Set<Kind> DRIVEN = EnumSet.of(PUMP, HEATER, CONTROL_VALVE);
        static final Set<Kind> STARTED = EnumSet.of(PUMP, HEATER, FAN);
        static final Set<Kind> SWITCHABLE = EnumSet.of(SWITCH, SUPPLY);
        static final Set<Kind> CAUSES =
                EnumSet.of(MEASUREMENT, CALCULATED, SWITCH, SUPPLY, FLAG, PUMP, HEATER, FAN, TRIP);
        static final Set<Kind> MEASURED = EnumSet.of(MEASUREMENT, CALCULATED);
        static final Set<Kind> INPUTS =
                EnumSet.of(MEASUREMENT, CALCULATED, FLAG, AIR, CONTROL_VALVE, SHUTOFF_VALVE, MOTOR_VALVE, HAND_VALVE);
        static final Set<Kind> SHOWN =
                EnumSet.of(AIR, CALCULATED, CONTROL_VALVE, SHUTOFF_VALVE, MOTOR_VALVE, HAND_VALVE);
        static final Set<Kind> OUTPUTS = EnumSet.of(CONTROLLER, SELECTOR);
        static final Set<Kind> FLAGS = EnumSet.of(TRIP, FLAG);
    }

    private record Use(JsonCursor node, String key, String name, Set<Kind> kinds) {}

    private record Shown(JsonCursor node, String key, String signal, String unit) {}

    private record Asked(JsonCursor node, String key, String text, boolean number) {}

    /** Reads and notes the name of a new thing. A controller may share its name with its measurement. */
    String define(JsonCursor node, String key, Kind kind) {
        String name = node.at(key).text();
        String unique = kind == Kind.CONTROLLER ? name + LOOP : name;
        if (!name.isEmpty() && defined.putIfAbsent(unique, kind) != null) {
            node.nearest(key).report(AutomationError.PACK_DUPLICATE, name);
        }
        if (kind == Kind.INTERLOCK || kind == Kind.PUMP || kind == Kind.FAN || kind == Kind.MOTOR_VALVE) {
            defined.put(name + ".TRIP", Kind.TRIP);
        }
        if (kind == Kind.SHUTOFF_VALVE) {
            defined.put(name + ".DISC", Kind.TRIP);
        }
        return name;
    }

    void use(JsonCursor node, String key, String name, Kind kind) {
        use(node, key, name, EnumSet.of(kind));
    }

    void use(JsonCursor node, String key, String name, Set<Kind> kinds) {
        if (!name.isEmpty()) {
            uses.add(new Use(node, key, name, kinds));
        }
    }

    /** Reads the electrical supply of a device. */
    String supply(JsonCursor node) {
        String power = node.at("power").text();
        use(node, "power", power, Kind.SUPPLY);
        return power;
    }

    /** Reads the loop or selector that a device follows; the signal is that of its output. */
    String output(JsonCursor node) {
        String loop = node.at("output").text();
        use(node, "output", loop, Kind.OUTPUTS);
        return loop + ".OP";
    }

    /** Reads an optional condition. */
    String condition(JsonCursor node, String key) {
        String text = node.optional(key).map(JsonCursor::text).orElse("");
        if (!text.isEmpty()) {
            conditions.add(new Asked(node, key, text, false));
        }
        return text;
    }

    /** Reads a formula. */
    String formula(JsonCursor node, String key) {
        String text = node.at(key).text();
        if (!text.isEmpty()) {
            conditions.add(new Asked(node, key, text, true));
        }
        return text;
    }

    /** Notes that a signal must have the unit of what shows it. */
    void sameUnit(JsonCursor node, String key, String signal, String unit) {
        if (!signal.isEmpty()) {
            shown.add(new Shown(node, key, signal, unit));
        }
    }

    /** Reads the optional name that a drawing or a study gives to an alarm or trip; it may be the id itself. */
    String tag(JsonCursor node, String id) {
        if (!node.has("tag")) {
            return "";
        }
        String tag = node.at("tag").text();
        return tag.equals(id) ? tag : define(node, "tag", Kind.FLAG);
    }

    /** Notes an alarm, so that a first-out group can name it. */
    void alarmName(AlarmDefinition alarm) {
        defined.put(alarm.name() + ALARM, Kind.ALARM);
    }

    void alarm(JsonCursor node, String tag, AlarmKind kind, double limit) {
        if (alarmLimits.put(tag + "." + kind, limit) != null) {
            node.nearest("kind").report(AutomationError.PACK_DUPLICATE, tag + "." + kind);
        }
    }

    OptionalDouble alarmLimit(String tag, String kind) {
        Double limit = alarmLimits.get(tag + "." + kind);
        return limit == null ? OptionalDouble.empty() : OptionalDouble.of(limit);
    }

    /** A word that must be one of a few; the first of them after a reported mistake. */
    static String word(JsonCursor node, String key, String... allowed) {
        String word = node.at(key).text();
        if (List.of(allowed).contains(word)) {
            return word;
        }
        if (!word.isBlank()) {
            node.at(key).report(AutomationError.PACK_WORD, word, String.join(", ", allowed));
        }
        return allowed[0];
    }

    /** The elements of an array that may be left out. */
    static List<JsonCursor> optionalList(JsonCursor node, String key) {
        return node.optional(key).map(JsonCursor::items).orElse(List.of());
    }

    /** Notes every use of the output of a loop that stands in a selector: only the selector hands it on. */
    void checkSelected(List<SelectorDefinition> selectors) {
        for (Use use : uses) {
            for (SelectorDefinition selector : selectors) {
                if (use.kinds().equals(Kind.OUTPUTS) && selector.loops().contains(use.name())) {
                    use.node().nearest(use.key()).report(AutomationError.PACK_WORD, use.name(), selector.tag());
                }
            }
        }
    }

    /** Notes every name that was used and not defined as one of the kinds allowed there. */
    void check() {
        for (Use use : uses) {
            Kind kind = kindOf(use);
            if (kind == null || !use.kinds().contains(kind)) {
                use.node().nearest(use.key()).report(AutomationError.PACK_UNKNOWN_PART, use.name(), words(use.kinds()));
            }
        }
    }

    private @Nullable Kind kindOf(Use use) {
        if (use.kinds().contains(Kind.ALARM)) {
            return defined.get(use.name() + ALARM);
        }
        Kind loop = use.kinds().contains(Kind.CONTROLLER) ? defined.get(use.name() + LOOP) : null;
        boolean onlyLoops = use.kinds().size() == 1 && use.kinds().contains(Kind.CONTROLLER);
        return loop != null || onlyLoops ? loop : defined.get(use.name());
    }

    private static String words(Set<Kind> kinds) {
        return kinds.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** Notes every unit that differs from that of the signal shown. */
    void checkUnits(SignalBoard board) {
        for (Shown each : shown) {
            String unit =
                    board.table().signals().get(board.index(each.signal())).unit();
            if (!unit.equals(each.unit())) {
                each.node().nearest(each.key()).report(AutomationError.PACK_WORD, each.unit(), unit);
            }
        }
    }

    /** Notes every condition and formula that cannot be compiled against the signals of the plant. */
    void checkConditions(SignalBoard board) {
        ExpressionConditions compiler = new ExpressionConditions(board);
        for (Asked asked : conditions) {
            try {
                if (asked.number()) {
                    compiler.formula(asked.text());
                } else {
                    compiler.compile(asked.text());
                }
            } catch (OtsException mistake) {
                asked.node().nearest(asked.key()).report(AutomationError.PACK_CONDITION, (Localizable)
                        mistake::messageIn);
            }
        }
    }
}
