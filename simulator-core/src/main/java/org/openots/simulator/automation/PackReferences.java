package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;
import org.openots.common.text.Spelling;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.control.SelectorDefinition;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.signal.SignalBoard;

/** Names that pack files define and use, checked once all files are read. */
final class PackReferences {
    private static final String LOOP = " loop";
    private static final String ALARM = " alarm";

    private final Map<String, PartKind> defined = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<Asked> conditions = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final Map<String, Double> alarmLimits = new HashMap<>();
    private final Set<PartKind> doubtful = EnumSet.noneOf(PartKind.class);
    /** Whether there was a place for a name of another thing and no name. */
    private boolean blank;

    /** Lists that are not there, with what they would give names to. */
    private final Map<String, PartKind[]> leftOut = new HashMap<>();

    private record Use(JsonCursor place, String name, Set<PartKind> kinds) {}

    private record Shown(JsonCursor node, String key, String signal, String unit) {}

    private record Asked(JsonCursor node, String key, String text, boolean number) {}

    /** Reads and notes the name of a new thing. A controller may share its name with its measurement. */
    String define(JsonCursor node, String key, PartKind kind) {
        return define(node.at(key), kind, kind.form());
    }

    /** As before, for a thing with names of a form of its own. */
    String define(JsonCursor place, PartKind kind, NameForm form) {
        String name = form.read(place);
        if (!form.fits(name)) {
            doubt(kind);
        }
        String unique = kind == PartKind.CONTROLLER ? name + LOOP : name;
        if (!name.isEmpty() && defined.putIfAbsent(unique, kind) != null) {
            place.report(AutomationError.PACK_DUPLICATE, name);
            doubt(kind);
        }
        kind.tripsOf(name).forEach(signal -> defined.put(signal, PartKind.TRIP));
        return name;
    }

    /** Notes that somewhere a name of this kind could not be read, so that nobody knows which names there are. */
    void doubt(PartKind kind) {
        doubtful.addAll(kind.named());
    }

    /** Whether a signal is a state and no number with a range. */
    boolean isState(String signal) {
        PartKind kind = defined.get(signal);
        return kind != null && !PartKind.MEASURED.contains(kind) && PartKind.CAUSES.contains(kind);
    }

    /** Whether a signal is a measurement or a calculated tag that is known by now. */
    boolean isMeasured(String signal) {
        PartKind kind = defined.get(signal);
        return kind != null && PartKind.MEASURED.contains(kind);
    }

    /** Whether every name, where it is given and where it is used, could be read. */
    boolean areKnown() {
        return doubtful.isEmpty() && !blank;
    }

    /** Whether names of a kind could not all be read. */
    boolean doubts(PartKind kind) {
        return doubtful.contains(kind);
    }

    /** The items of a list that must be there, each of which gives a name of one of these kinds. */
    List<JsonCursor> definitions(JsonCursor root, String key, PartKind... kinds) {
        return definitions(root.at(key), kinds);
    }

    /** The items of a list that may be left out. */
    List<JsonCursor> optionalDefinitions(JsonCursor root, String key, PartKind... kinds) {
        if (root.has(key) || !root.isPresent()) {
            return definitions(root.at(key), kinds);
        }
        leftOut.put(key, kinds);
        return List.of();
    }

    private List<JsonCursor> definitions(JsonCursor list, PartKind... kinds) {
        List<JsonCursor> items = list.items();
        if (!list.isArray() || !items.stream().allMatch(JsonCursor::isMap)) {
            List.of(kinds).forEach(this::doubt);
        }
        return items;
    }

    void use(JsonCursor node, String key, String name, PartKind kind) {
        use(node, key, name, EnumSet.of(kind));
    }

    void use(JsonCursor node, String key, String name, Set<PartKind> kinds) {
        blank |= name.isBlank();
        if (!name.isEmpty()) {
            uses.add(new Use(node.nearest(key), name, kinds));
        }
    }

    /** Reads and notes a list of names that are used. */
    List<String> useAll(JsonCursor list, Set<PartKind> kinds) {
        return list.list(item -> {
            String name = item.text();
            blank |= name.isBlank();
            if (!name.isBlank()) {
                uses.add(new Use(item, name, kinds));
            }
            return name;
        });
    }

    /** Reads the electrical supply of a device. */
    String supply(JsonCursor node) {
        String power = node.at("power").text();
        use(node, "power", power, PartKind.SUPPLY);
        return power;
    }

    /** Reads the loop or selector that a device follows; the signal is that of its output. */
    String output(JsonCursor node) {
        String loop = node.at("output").text();
        use(node, "output", loop, PartKind.OUTPUTS);
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
        return tag.equals(id) ? tag : define(node.at("tag"), PartKind.FLAG, NameForm.TAG);
    }

    /** Notes an alarm, so that a first-out group can name it. */
    void alarmName(AlarmDefinition alarm) {
        defined.put(alarm.name() + ALARM, PartKind.ALARM);
    }

    void alarm(String tag, AlarmKind kind, double limit) {
        alarmLimits.put(tag + "." + kind, limit);
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
                if (use.kinds().equals(PartKind.OUTPUTS) && selector.loops().contains(use.name())) {
                    use.place().report(AutomationError.PACK_WORD, use.name(), selector.tag());
                }
            }
        }
    }

    /**
     * Notes every name that was used and not defined as one of the kinds allowed there. While names of a kind could not
     * be read, a name that nobody gives may be one of them and is not noted.
     *
     * @param findings what was noted so far, among it whether the name of a list was mistyped
     */
    void check(Findings findings) {
        for (Finding finding : findings.all()) {
            if (finding.code() == CommonError.JSON_MISTYPED_FIELD) {
                finding.arguments().stream()
                        .map(leftOut::get)
                        .filter(Objects::nonNull)
                        .flatMap(Stream::of)
                        .forEach(this::doubt);
            }
        }
        for (Use use : uses) {
            PartKind kind = kindOf(use);
            boolean wrong = kind == null || !use.kinds().contains(kind);
            if (wrong && use.kinds().stream().noneMatch(doubtful::contains)) {
                use.place()
                        .report(AutomationError.PACK_UNKNOWN_PART, use.name(), PartKind.words(use.kinds()), hint(use));
            }
        }
    }

    private LocalText hint(Use use) {
        Set<String> known = new TreeSet<>();
        defined.forEach((name, kind) -> {
            if (use.kinds().contains(kind)) {
                known.add(name.replace(LOOP, "").replace(ALARM, ""));
            }
        });
        return Spelling.nearest(use.name(), known)
                .map(near -> new LocalText("可能想写的是“" + near + "”", "Maybe \"" + near + "\" was meant"))
                .orElse(new LocalText("请核对位号", "Check the tag"));
    }

    private @Nullable PartKind kindOf(Use use) {
        if (use.kinds().contains(PartKind.ALARM)) {
            return defined.get(use.name() + ALARM);
        }
        PartKind loop = use.kinds().contains(PartKind.CONTROLLER) ? defined.get(use.name() + LOOP) : null;
        boolean onlyLoops = use.kinds().size() == 1 && use.kinds().contains(PartKind.CONTROLLER);
        return loop != null || onlyLoops ? loop : defined.get(use.name());
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
