package org.openots.hazop.plant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openots.common.signal.SignalTable;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Tag;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.instrument.CalculatedDefinition;
import org.openots.simulator.interlock.InterlockDefinition;

/**
 * What a protection layer consists of: sensors, logic, final elements, as the plant pack connects them. An alarm ends at
 * the operator, so that two alarms share him.
 */
public final class TagGraph {
    /** The final element of every alarm. */
    public static final String OPERATOR = "operator";

    private final PlantNames names;
    private final Map<String, Parts> known = new HashMap<>();

    /**
     * Builds the graph.
     *
     * @param names of the plant
     */
    public TagGraph(PlantNames names) {
        this.names = names;
        for (ControllerDefinition loop : names.pack().automation().control().controllers()) {
            known.put(
                    loop.tag(),
                    new Parts(
                            sensors(Stream.of(loop.measurement())),
                            Set.of(loop.tag()),
                            new TreeSet<>(loop.output().devices())));
        }
        for (AlarmDefinition alarm : names.pack().automation().instruments().alarms()) {
            Parts parts = new Parts(sensors(Stream.of(alarm.source())), Set.of(), Set.of(OPERATOR));
            known.put(alarm.name(), parts);
            known.put(alarm.options().tag(), parts);
        }
        for (InterlockDefinition interlock : names.pack().automation().interlocks()) {
            Parts parts = parts(interlock);
            known.put(interlock.id(), parts);
            known.put(interlock.id() + ".TRIP", parts);
            known.put(interlock.options().tag(), parts);
        }
    }

    /**
     * Parts of a layer or of what failed.
     *
     * @param sensors measurements
     * @param logic loops and interlocks
     * @param finals valves, motors, relief devices, the operator
     */
    public record Parts(Set<String> sensors, Set<String> logic, Set<String> finals) {
        /** Keeps unmodifiable copies. */
        public Parts {
            sensors = Set.copyOf(sensors);
            logic = Set.copyOf(logic);
            finals = Set.copyOf(finals);
        }

        Parts and(Parts other) {
            return new Parts(union(sensors, other.sensors), union(logic, other.logic), union(finals, other.finals));
        }
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> all = new TreeSet<>(first);
        all.addAll(second);
        return all;
    }

    private Parts parts(InterlockDefinition interlock) {
        Stream<String> sources = interlock.causes().stream().flatMap(this::sources);
        Set<String> finals = new TreeSet<>();
        interlock.effects().forEach(effect -> finals.add(effect.element()));
        return new Parts(sensors(sources), Set.of(interlock.id()), finals);
    }

    private Stream<String> sources(InterlockDefinition.Cause cause) {
        Stream<String> words = Stream.of(cause.options().condition().split("[^A-Za-z0-9.-]+", -1))
                .filter(word -> names.signals().find(word) != SignalTable.NONE);
        Stream<String> own = Stream.concat(Stream.of(cause.signal()), cause.options().voters().stream());
        return Stream.concat(own, words).filter(name -> !name.isEmpty());
    }

    /** A calculated signal stands for itself and for the measurements it is made of. */
    private Set<String> sensors(Stream<String> signals) {
        Set<String> all = new TreeSet<>();
        signals.forEach(signal -> {
            all.add(signal);
            names.pack().automation().instruments().calculated().stream()
                    .filter(calculated -> calculated.tag().equals(signal))
                    .forEach(calculated -> all.addAll(inputs(calculated.rule())));
        });
        return all;
    }

    private static List<String> inputs(CalculatedDefinition.Rule rule) {
        if (rule instanceof CalculatedDefinition.Select select) {
            return select.signals();
        }
        return rule instanceof CalculatedDefinition.Sum sum
                ? sum.terms().stream().map(CalculatedDefinition.Term::signal).toList()
                : List.of();
    }

    /**
     * The parts that tags of a study name. Valves, motors and relief devices that are named beside an interlock or a loop
     * are the ones it acts by; otherwise all of its.
     *
     * @param study registers the tags
     * @param tags as a key item writes them
     * @return the parts; empty for tags that are neither
     */
    public Parts of(Study study, List<String> tags) {
        Parts logic = new Parts(Set.of(), Set.of(), Set.of());
        Set<String> finals = new TreeSet<>();
        for (String name : tags) {
            for (Tag tag : study.tagsNamed(name)) {
                Parts parts = known.get(tag.inPlant());
                if (parts != null) {
                    logic = logic.and(parts);
                } else if (isFinal(tag)) {
                    finals.add(tag.inPlant());
                } else if (isSensor(tag)) {
                    logic = logic.and(new Parts(sensors(Stream.of(tag.inPlant())), Set.of(), Set.of()));
                }
            }
        }
        return finals.isEmpty() ? logic : new Parts(logic.sensors(), logic.logic(), finals);
    }

    private static boolean isFinal(Tag tag) {
        return switch (tag.kind()) {
            case CONTROL_VALVE, SHUTOFF_VALVE, HAND_VALVE, CHECK_VALVE, RELIEF, PUMP, BLOWER, HEATER -> true;
            default -> false;
        };
    }

    private static boolean isSensor(Tag tag) {
        return switch (tag.kind()) {
            case TRANSMITTER, INDICATOR, ANALYSER, DETECTOR -> true;
            default -> false;
        };
    }

    /**
     * What makes a layer depend on something else: all its sensors, all its final elements or its logic are shared.
     *
     * @param layer the layer
     * @param other another layer, or what failed
     * @return what they share; empty for independent ones
     */
    public static Set<String> shared(Parts layer, Parts other) {
        Set<String> common = new TreeSet<>();
        common.addAll(whole(layer.sensors(), other.sensors()));
        common.addAll(whole(layer.finals(), other.finals()));
        layer.logic().stream().filter(other.logic()::contains).forEach(common::add);
        return common;
    }

    private static Set<String> whole(Set<String> part, Set<String> other) {
        return other.containsAll(part) ? part : Set.of();
    }
}
