package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.simulator.actuation.AirSupply;
import org.openots.simulator.actuation.FinalElement;
import org.openots.simulator.actuation.PowerSupply;
import org.openots.simulator.actuation.TwoPositionSwitch;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.field.FieldTask;
import org.openots.simulator.field.VisibleDefect;
import org.openots.simulator.instrument.CalculatedTag;
import org.openots.simulator.instrument.ProcessFlag;
import org.openots.simulator.instrument.Transmitter;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.Impairable;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Presettable;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.Condition;

/**
 * Everything between the operator and the process of a plant in one run.
 *
 * <p>Use: build it, {@link #preset} the initial condition, {@link #begin}; then for every tick {@link #apply} the
 * commands of the tick, {@link #scanControl}, let the process make its step, {@link #scanInstruments}, and take the
 * events with {@link #drainEvents}. For one thread at a time; only {@link #check} may be called from others.
 */
public final class AutomationSystem implements Stateful {
    private final Assembly parts;
    private final List<AutomationEvent> events = new ArrayList<>();
    private final Map<String, Operable> operables = new LinkedHashMap<>();
    private final Map<String, Impairable> impairables = new TreeMap<>();
    private final Map<String, Presettable> presettables = new TreeMap<>();
    private final Map<String, Condition> conditions = new TreeMap<>();
    private final SignalTable table;

    /** What is scanned at every tick, as arrays so that a scan allocates nothing. */
    private final TwoPositionSwitch[] switches;

    private final PowerSupply[] supplies;
    private final AirSupply[] air;
    private final Transmitter[] transmitters;
    private final CalculatedTag[] calculated;
    private final ProcessFlag[] flags;
    private final FinalElement[] elements;
    private final FieldTask[] tasks;

    /**
     * Builds the automation of a plant with nothing running, all loops in MAN and all valves closed.
     *
     * @param definition from the pack
     * @param port the process
     * @param tickSeconds model time of one tick, s
     * @param seed seed of the run
     * @throws OtsException if the definition names process variables, actuators or signals that do not exist
     */
    public AutomationSystem(AutomationDefinition definition, ProcessPort port, double tickSeconds, long seed) {
        this(definition, port, tickSeconds, seed, Set.of());
    }

    /**
     * Builds the automation of a plant with nothing running, all loops in MAN and all valves closed.
     *
     * @param definition from the pack
     * @param port the process
     * @param tickSeconds model time of one tick, s
     * @param seed seed of the run
     * @param places names of equipment that the field operator can speak of beside everything in the definition
     * @throws OtsException if the definition names process variables, actuators or signals that do not exist
     */
    public AutomationSystem(
            AutomationDefinition definition, ProcessPort port, double tickSeconds, long seed, Set<String> places) {
        this.parts = new Assembly(definition, port, events::add, new Assembly.Setting(tickSeconds, seed, places));
        parts.compileConditions();
        this.table = parts.board.table();
        this.switches = parts.switches.toArray(TwoPositionSwitch[]::new);
        this.supplies = parts.supplies.toArray(PowerSupply[]::new);
        this.air = parts.air.toArray(AirSupply[]::new);
        this.transmitters = parts.transmitters.values().toArray(Transmitter[]::new);
        this.calculated = parts.calculated.toArray(CalculatedTag[]::new);
        this.flags = parts.flags.toArray(ProcessFlag[]::new);
        this.elements = parts.elements.toArray(FinalElement[]::new);
        this.tasks = parts.tasks.toArray(FieldTask[]::new);
        parts.switches.forEach(this::register);
        parts.supplies.forEach(this::register);
        parts.air.forEach(this::register);
        parts.transmitters.values().forEach(this::register);
        parts.calculated.forEach(this::register);
        parts.loops.controllers().forEach(this::register);
        register(parts.loops);
        parts.elements.forEach(this::register);
        parts.matrix.interlocks().forEach(this::register);
        register(parts.matrix);
        parts.alarms.alarms().forEach(this::register);
        register(parts.alarms);
        parts.tasks.forEach(this::register);
        register(parts.round);
    }

    /**
     * The signals it publishes.
     *
     * @return the table
     */
    public SignalTable signals() {
        return table;
    }

    /**
     * The signals as they are now.
     *
     * @return a live view, for the thread of the run only
     */
    public SignalView view() {
        return parts.board;
    }

    /**
     * Copies all signal values.
     *
     * @param values receives them
     * @param offset index in the array of the first signal of {@link #signals}
     */
    public void copyTo(double[] values, int offset) {
        parts.board.copyTo(values, offset);
    }

    /**
     * Sets part of the initial condition; only before {@link #begin}. Positions of valves ({@code HV-701}), running
     * devices ({@code P-701} = 1), switches, loops ({@code LIC-702.MODE .SP .OP .RATIO}), {@code SCHEME}, field tasks.
     *
     * @param signal the signal
     * @param value its value
     * @throws OtsException if the signal cannot be preset or the value is out of range
     */
    public void preset(String signal, double value) {
        Presettable part = presettables.get(signal);
        if (part == null) {
            throw new OtsException(AutomationError.UNKNOWN_PRESET, signal);
        }
        VerbRule rule = part.presets().get(signal);
        if (rule != null && !rule.admits(value)) {
            throw new OtsException(AutomationError.PRESET_OUT_OF_RANGE, signal, value, rule.low(), rule.high());
        }
        part.preset(signal, value);
    }

    /** Begins the run: brings devices and valves to their presets, drives the process and takes the first readings. */
    public void begin() {
        parts.loops.begin();
        scanPower();
        parts.matrix.publish();
        moveElements();
        parts.settle();
        measure();
        parts.loops.publish();
        parts.matrix.scan();
        moveElements();
    }

    /**
     * Whether an operation needs a number.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @return false if it takes none, and for a target or verb there is not
     */
    public boolean takesValue(String target, String verb) {
        Operable part = operables.get(target);
        VerbRule rule = part == null ? null : part.verbs().get(verb);
        return rule != null && !rule.equals(VerbRule.PLAIN);
    }

    /**
     * Checks a command when it is handed in; changes nothing and uses no state of the run.
     *
     * @param command the command
     * @param privileged whether the instructor gives it
     * @throws OtsException if target or verb is unknown, the value or text not allowed, or the privilege missing
     */
    public void check(Command command, boolean privileged) {
        Operable part = operables.get(command.target());
        if (part == null) {
            throw new OtsException(AutomationError.UNKNOWN_TARGET, command.target());
        }
        Orders.check(part, command, privileged);
    }

    /**
     * Carries out a command at the start of a tick, or refuses it; either way an event tells.
     *
     * @param command the command
     * @param privileged whether the instructor gave it
     * @return why it was refused; empty when it was carried out
     * @throws OtsException as {@link #check}
     */
    public Optional<Refusal> apply(Command command, boolean privileged) {
        check(command, privileged);
        Operable part = operables.get(command.target());
        if (part == null) {
            throw new OtsException(AutomationError.UNKNOWN_TARGET, command.target());
        }
        return Orders.apply(part, command, privileged, events::add);
    }

    /** The scan before the process step: supplies, interlocks, loops, final elements. */
    public void scanControl() {
        scanPower();
        parts.matrix.scan();
        parts.loops.scan();
        moveElements();
    }

    /** The scan after the process step: instruments, field tasks, alarms; model time goes on by one tick. */
    public void scanInstruments() {
        parts.board.advance();
        measure();
    }

    /**
     * Evaluates a condition on the present signals.
     *
     * @param condition comparisons joined by and, or, not
     * @return whether it holds now
     * @throws OtsException if it cannot be understood
     */
    public boolean holds(String condition) {
        return conditions
                .computeIfAbsent(condition, text -> new ExpressionConditions(parts.board).compile(text))
                .holds();
    }

    /**
     * Everything that can be ordered.
     *
     * @return verbs with their rules, by target, both sorted
     */
    public Map<String, Map<String, VerbRule>> operations() {
        Map<String, Map<String, VerbRule>> all = new TreeMap<>();
        operables.forEach((target, part) -> all.put(target, new TreeMap<>(part.verbs())));
        return all;
    }

    /**
     * Signals that an initial condition may preset.
     *
     * @return their names
     */
    public Set<String> presetSignals() {
        return presettables.keySet();
    }

    /**
     * Takes the events since the last call.
     *
     * @return the events in the order in which they happened
     */
    public List<AutomationEvent> drainEvents() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<AutomationEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /**
     * The alarms that are not normal.
     *
     * @return snapshots, in the order of the pack
     */
    public List<AlarmStatus> alarms() {
        return parts.alarms.current();
    }

    /**
     * All parts that faults can impair.
     *
     * @return targets and kinds, by target
     */
    public List<Impaired> impairables() {
        return impairables.values().stream()
                .map(part -> new Impaired(part.target(), part.impairments().kinds()))
                .toList();
    }

    /**
     * Impairs a part, or changes the value of an impairment.
     *
     * @param target the part
     * @param kind how
     * @param value how much, in the unit of the kind
     * @throws OtsException if the target or kind is unknown or the value out of range
     */
    public void impair(String target, String kind, double value) {
        impairable(target).impairments().set(kind, value);
    }

    /**
     * Takes an impairment away.
     *
     * @param target the part
     * @param kind which impairment
     * @throws OtsException if the target or kind is unknown
     */
    public void clear(String target, String kind) {
        impairable(target).impairments().clear(kind);
    }

    /**
     * The defects that somebody who stands at the check point can see.
     *
     * @return in the order of the points; secret for all who do not stand there
     */
    public List<VisibleDefect> visibleDefects() {
        return parts.round.visible();
    }

    /** Writes the state between two ticks, after the events were taken. */
    @Override
    public void save(StateWriter writer) {
        writer.section("automation");
        parts.board.save(writer);
        for (Stateful part : statefuls()) {
            part.save(writer);
        }
    }

    @Override
    public void restore(StateReader reader) {
        reader.section("automation");
        events.clear();
        parts.board.restore(reader);
        for (Stateful part : statefuls()) {
            part.restore(reader);
        }
    }

    private List<Stateful> statefuls() {
        List<Stateful> all = new ArrayList<>();
        all.addAll(parts.switches);
        all.addAll(parts.supplies);
        all.addAll(parts.air);
        all.addAll(parts.transmitters.values());
        all.addAll(parts.calculated);
        all.add(parts.loops);
        all.addAll(parts.elements);
        all.add(parts.matrix);
        all.add(parts.alarms);
        all.addAll(parts.tasks);
        return all;
    }

    private void scanPower() {
        for (TwoPositionSwitch each : switches) {
            each.scan();
        }
        for (PowerSupply each : supplies) {
            each.scan();
        }
        for (AirSupply each : air) {
            each.scan();
        }
    }

    private void moveElements() {
        for (FinalElement each : elements) {
            each.scan();
        }
    }

    private void measure() {
        for (Transmitter each : transmitters) {
            each.scan();
        }
        for (CalculatedTag each : calculated) {
            each.scan();
        }
        for (ProcessFlag each : flags) {
            each.scan();
        }
        for (FieldTask each : tasks) {
            each.scan();
        }
        parts.round.scan();
        parts.alarms.scan();
    }

    private Impairable impairable(String target) {
        Impairable part = impairables.get(target);
        if (part == null) {
            throw new OtsException(AutomationError.UNKNOWN_IMPAIRMENT_TARGET, target);
        }
        return part;
    }

    private void register(Object part) {
        if (part instanceof Operable operable
                && !operable.verbs().isEmpty()
                && operables.putIfAbsent(operable.target(), operable) != null) {
            throw new IllegalStateException("two targets " + operable.target());
        }
        if (part instanceof Impairable impairable) {
            impairables.put(impairable.target(), impairable);
        }
        if (part instanceof Presettable presettable) {
            presettable.presets().keySet().forEach(signal -> presettables.put(signal, presettable));
        }
    }
}
