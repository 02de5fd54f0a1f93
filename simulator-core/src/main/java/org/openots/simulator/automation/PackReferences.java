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
import org.openots.common.error.OtsException;
import org.openots.common.text.Localizable;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.signal.SignalBoard;

/** Names that pack files define and use, checked once all files are read. */
final class PackReferences {
    private final Map<String, Kind> defined = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Asked> conditions = new ArrayList<>();
    private final Map<String, Double> alarmLimits = new HashMap<>();

    /** Kinds of named things. */
    enum Kind {
        MEASUREMENT,
        GAUGE,
        CALCULATED,
        FLAG,
        SWITCH,
        SUPPLY,
        PUMP,
        HEATER,
        FAN,
        CONTROL_VALVE,
        SOLENOID,
        HAND_VALVE,
        CONTROLLER,
        INTERLOCK,
        TRIP,
        TASK;

        static final Set<Kind> ELEMENTS = EnumSet.of(PUMP, HEATER, FAN, CONTROL_VALVE, SOLENOID);
        static final Set<Kind> DRIVEN = EnumSet.of(PUMP, HEATER, CONTROL_VALVE);
        static final Set<Kind> STARTED = EnumSet.of(PUMP, HEATER, FAN);
        static final Set<Kind> SWITCHABLE = EnumSet.of(SWITCH, SUPPLY);
        static final Set<Kind> CAUSES = EnumSet.of(MEASUREMENT, CALCULATED, SWITCH);
    }

    private record Use(PackNode node, String key, String name, Set<Kind> kinds) {}

    private record Asked(PackNode node, String key, String text) {}

    /** Reads and notes the name of a new thing. A controller may share its name with its measurement. */
    String define(PackNode node, String key, Kind kind) {
        String name = node.string(key);
        String unique = kind == Kind.CONTROLLER ? name + " loop" : name;
        if (!name.isEmpty() && defined.putIfAbsent(unique, kind) != null) {
            node.note(key, AutomationError.PACK_DUPLICATE, name);
        }
        if (kind == Kind.INTERLOCK || kind == Kind.PUMP || kind == Kind.FAN) {
            defined.put(name + ".TRIP", Kind.TRIP);
        }
        return name;
    }

    void use(PackNode node, String key, String name, Kind kind) {
        use(node, key, name, EnumSet.of(kind));
    }

    void use(PackNode node, String key, String name, Set<Kind> kinds) {
        if (!name.isEmpty()) {
            uses.add(new Use(node, key, name, kinds));
        }
    }

    /** Reads an optional condition. */
    String condition(PackNode node, String key) {
        String text = node.string(key, "");
        if (!text.isEmpty()) {
            conditions.add(new Asked(node, key, text));
        }
        return text;
    }

    void alarm(PackNode node, String tag, AlarmKind kind, double limit) {
        if (alarmLimits.put(tag + "." + kind, limit) != null) {
            node.note("kind", AutomationError.PACK_DUPLICATE, tag + "." + kind);
        }
    }

    OptionalDouble alarmLimit(String tag, String kind) {
        Double limit = alarmLimits.get(tag + "." + kind);
        return limit == null ? OptionalDouble.empty() : OptionalDouble.of(limit);
    }

    /** Notes every name that was used and not defined as one of the kinds allowed there. */
    void check() {
        for (Use use : uses) {
            String key = use.kinds().contains(Kind.CONTROLLER) ? use.name() + " loop" : use.name();
            Kind kind = defined.get(key);
            if (kind == null || !use.kinds().contains(kind)) {
                use.node().note(use.key(), AutomationError.PACK_UNKNOWN_PART, use.name(), words(use.kinds()));
            }
        }
    }

    private static String words(Set<Kind> kinds) {
        return kinds.stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** Notes every condition that cannot be compiled against the signals of the plant. */
    void checkConditions(SignalBoard board) {
        ExpressionConditions compiler = new ExpressionConditions(board);
        for (Asked asked : conditions) {
            try {
                compiler.compile(asked.text());
            } catch (OtsException mistake) {
                asked.node().note(asked.key(), AutomationError.PACK_CONDITION, (Localizable) mistake::messageIn);
            }
        }
    }
}
