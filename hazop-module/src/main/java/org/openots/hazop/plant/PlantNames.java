package org.openots.hazop.plant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.hazop.study.Effect;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.interlock.InterlockDefinition;
import org.openots.simulator.plant.PlantPack;

/** What the names of a study mean in a plant pack. Immutable; shared by any number of checks and runs. */
public final class PlantNames {
    private static final String TRIP = ".TRIP";
    private static final String OPEN = ".OPEN";
    private static final String COMMAND = ".CMD";

    private final PlantPack pack;
    private final SignalTable signals;
    private final Map<String, String> variables;
    private final Set<String> targets;
    private final Set<String> drawn;
    private final Set<String> valves;
    private final Map<String, String> trips = new HashMap<>();

    private PlantNames(PlantPack pack, PlantEngine engine) {
        this.pack = pack;
        this.signals = engine.signals();
        this.variables = engine.process().units().variables();
        this.targets = Set.copyOf(engine.operations().keySet());
        this.drawn = drawn(pack);
        this.valves = valves(pack.automation());
        for (InterlockDefinition interlock : pack.automation().interlocks()) {
            trips.put(interlock.id(), interlock.id() + TRIP);
            trips.put(interlock.id() + TRIP, interlock.id() + TRIP);
            if (!interlock.options().tag().isEmpty()) {
                trips.put(interlock.options().tag(), interlock.id() + TRIP);
            }
        }
    }

    /**
     * The names of a plant.
     *
     * @param pack the plant
     * @return its names
     */
    public static PlantNames of(PlantPack pack) {
        String first = pack.initialConditionIds().get(0);
        return new PlantNames(pack, new PlantEngine(pack, pack.initialCondition(first), 0));
    }

    private static Set<String> drawn(PlantPack pack) {
        Set<String> words = new TreeSet<>();
        pack.layoutUses().forEach(use -> words.add(use.name()));
        pack.layout().findValuesAsText("en").forEach(label -> words.addAll(List.of(label.split(" ", -1))));
        PlantPack.shippedFiles(pack.id())
                .read("flowsheet.json")
                .ifPresent(bytes -> texts(
                        StrictJson.parse("flowsheet.json", bytes, Findings.collecting())
                                .raw(),
                        words));
        return words;
    }

    private static void texts(JsonNode node, Set<String> words) {
        if (node.isTextual()) {
            words.add(node.textValue());
        }
        node.forEach(child -> texts(child, words));
    }

    private static Set<String> valves(AutomationDefinition automation) {
        Set<String> names = new TreeSet<>();
        AutomationDefinition.Valves all = automation.control().valves();
        all.control().forEach(valve -> names.add(valve.tag()));
        all.solenoids().forEach(valve -> names.add(valve.tag()));
        all.shutoffs().forEach(valve -> names.add(valve.tag()));
        all.motors().forEach(valve -> names.add(valve.tag()));
        automation.field().handValves().forEach(valve -> names.add(valve.tag()));
        return names;
    }

    /**
     * The plant.
     *
     * @return its pack
     */
    public PlantPack pack() {
        return pack;
    }

    /**
     * The signals of a run.
     *
     * @return the table
     */
    public SignalTable signals() {
        return signals;
    }

    /**
     * Whether the plant has something of that name: a signal, a thing to operate, equipment of the process or a label of
     * its drawings.
     *
     * @param name a tag
     * @return true when it has
     */
    public boolean has(String name) {
        return signals.find(name) != SignalTable.NONE
                || targets.contains(name)
                || trips.containsKey(name)
                || drawn.contains(name);
    }

    /**
     * All names, for suggestions.
     *
     * @return signals, targets, words of drawings
     */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(drawn);
        all.addAll(shownSignals());
        all.addAll(targets);
        return all;
    }

    /**
     * What an effect is seen on.
     *
     * @param name signal, process variable, or id of an alarm or interlock
     * @param kind what happens to it
     * @return all that may show it, one of which is enough; empty if nothing of the plant can
     */
    public List<Observed> observed(String name, Effect.Kind kind) {
        return switch (kind) {
            case UP, DOWN, ABOVE, BELOW -> value(name).stream().toList();
            case ALARM -> alarms(name);
            case TRIP -> trip(name).stream().toList();
            case OPEN, CLOSE -> valve(name).stream().toList();
            case STOP, START ->
                signals.find(name + COMMAND) == SignalTable.NONE
                        ? List.of()
                        : signal(name).stream().toList();
        };
    }

    /**
     * Whether there is a signal, process variable, alarm or interlock of that name at all.
     *
     * @param name as an effect writes it
     * @return true when there is
     */
    public boolean isObservable(String name) {
        return value(name).isPresent()
                || trip(name).isPresent()
                || valve(name).isPresent()
                || !alarms(name).isEmpty();
    }

    private Optional<Observed> signal(String name) {
        int index = signals.find(name);
        if (index == SignalTable.NONE) {
            return Optional.empty();
        }
        Signal signal = signals.signals().get(index);
        return Optional.of(new Observed(signal.name(), false, signal.unit()));
    }

    private Optional<Observed> value(String name) {
        return signal(name)
                .or(() -> Optional.ofNullable(variables.get(name)).map(unit -> new Observed(name, true, unit)));
    }

    private List<Observed> alarms(String name) {
        return pack.automation().instruments().alarms().stream()
                .filter(alarm -> isMeant(alarm, name))
                .flatMap(alarm -> signal(alarm.name()).stream())
                .toList();
    }

    private static boolean isMeant(AlarmDefinition alarm, String name) {
        return alarm.name().equals(name)
                || alarm.options().tag().equals(name)
                || alarm.source().equals(name)
                || alarm.options().owner().equals(name);
    }

    private Optional<Observed> trip(String name) {
        String signal = trips.getOrDefault(name, name.endsWith(TRIP) ? name : name + TRIP);
        return signal(signal);
    }

    private Optional<Observed> valve(String name) {
        return valves.contains(name) ? signal(name) : signal(name.endsWith(OPEN) ? name : name + OPEN);
    }

    /**
     * Names that effects may use, for suggestions.
     *
     * @return signals, process variables, interlocks
     */
    public Set<String> observable() {
        Set<String> all = new TreeSet<>(variables.keySet());
        all.addAll(shownSignals());
        all.addAll(trips.keySet());
        return all;
    }

    private List<String> shownSignals() {
        return signals.signals().stream()
                .filter(signal -> !signal.hidden())
                .map(Signal::name)
                .toList();
    }
}
