package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.alarm.Alarm;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.alarm.AlarmList;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.alarm.FirstOutDefinition;
import org.openots.simulator.field.DoneTask;
import org.openots.simulator.field.FieldTask;
import org.openots.simulator.field.NumberField;
import org.openots.simulator.field.ShiftLog;
import org.openots.simulator.field.TypedRecord;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.Conditions;
import org.openots.simulator.signal.SignalBoard;

/**
 * What is between the operator and a plant that is measured and not simulated: alarms on its readings by the limits of
 * the pack, and what people write down. Nothing of the plant itself can be operated: that is done at its own control
 * system.
 *
 * <p>Use: for every tick {@link #apply} the commands, {@link #show} the readings, {@link #scan}, and take the events with
 * {@link #drainEvents}. A pure function of these; for one thread at a time.
 */
public final class MonitoredPlant implements Stateful {
    private static final LocalText REPORTED = new LocalText("已向班长汇报", "reported to the shift leader");

    private final SignalBoard board;
    private final Conditions conditions = new Conditions();
    private final List<AutomationEvent> events = new ArrayList<>();
    private final List<FieldTask> tasks = new ArrayList<>();
    private final Map<String, Operable> operables = new LinkedHashMap<>();
    private final Map<String, Integer> readings = new HashMap<>();
    private final Set<String> elsewhere = new HashSet<>();
    private final AlarmList alarms;
    private final SignalTable table;

    /**
     * Builds it with no reading, no alarm and nothing written down.
     *
     * @param definition automation of the plant's pack
     * @param plant signals of the plant's pack
     * @param tickSeconds time between two scans, s
     */
    public MonitoredPlant(AutomationDefinition definition, SignalTable plant, double tickSeconds) {
        this.board = new SignalBoard(tickSeconds);
        Set<String> own = ownSignals(definition);
        for (Signal signal : plant.signals()) {
            if (!own.contains(signal.name())) {
                readings.put(signal.name(), board.declare(signal.name(), signal.unit(), signal.text()));
            }
            int dot = signal.name().indexOf('.');
            elsewhere.add(dot < 0 ? signal.name() : signal.name().substring(0, dot));
        }
        this.alarms = alarms(definition.instruments(), tickSeconds);
        tasks(definition.field());
        ExpressionConditions compiler = new ExpressionConditions(board);
        conditions.compile(compiler::compile, compiler::formula);
        this.table = board.table();
        alarms.alarms().forEach(this::register);
        register(alarms);
        tasks.forEach(this::register);
    }

    /**
     * Signals that do not come from the plant: alarms that are formed of readings, and what is typed in.
     *
     * @param definition automation of the plant's pack
     * @return their names
     */
    public static Set<String> ownSignals(AutomationDefinition definition) {
        Set<String> own = new HashSet<>(Set.of("ALARMS.UNACK", "ALARMS.SOUND", "LOG.COMPLETE", "REPORT"));
        for (AlarmDefinition alarm : definition.instruments().alarms()) {
            own.add(alarm.options().tag());
            if (alarm.kind() != AlarmKind.ON) {
                own.add(alarm.name());
            }
        }
        definition.instruments().firstOut().stream().map(FirstOutDefinition::id).forEach(own::add);
        definition.field().desk().records().stream()
                .map(field -> "RECORD." + field.id())
                .forEach(own::add);
        definition.field().desk().log().stream()
                .map(field -> ShiftLog.LOG + "." + field.id())
                .forEach(own::add);
        return own;
    }

    private AlarmList alarms(AutomationDefinition.Instruments instruments, double tickSeconds) {
        List<Alarm> built = new ArrayList<>();
        for (AlarmDefinition item : instruments.alarms()) {
            built.add(new Alarm(item, board, events::add, conditions.of(item.suppressWhen(), false), tickSeconds));
        }
        return new AlarmList(built, instruments.firstOut(), board, events::add);
    }

    private void tasks(AutomationDefinition.Field field) {
        for (NumberField item : field.desk().records()) {
            tasks.add(new TypedRecord(item, board));
        }
        tasks.add(new ShiftLog(field.desk().log(), board));
        tasks.add(new DoneTask("REPORT", "send", REPORTED, board));
    }

    private void register(Operable part) {
        operables.put(part.target(), part);
    }

    /**
     * The signals: readings, alarms, and what is written down.
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
        return board;
    }

    /**
     * Whether a signal comes from the plant and not from here.
     *
     * @param signal its name
     * @return true for readings
     */
    public boolean isReading(String signal) {
        return readings.containsKey(signal);
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
     * Checks a command when it is handed in; changes nothing.
     *
     * @param command the command
     * @param privileged whether the instructor gives it
     * @throws OtsException if the target belongs to the plant itself or is unknown, the verb is unknown, the value or
     *     text not allowed, or the privilege missing
     */
    public void check(Command command, boolean privileged) {
        part(command, privileged);
    }

    private Operable part(Command command, boolean privileged) {
        String target = command.target();
        Operable part = operables.get(target);
        if (part == null) {
            throw new OtsException(
                    elsewhere.contains(target) ? AutomationError.OPERATED_AT_PLANT : AutomationError.UNKNOWN_TARGET,
                    target);
        }
        Orders.check(part, command, privileged);
        return part;
    }

    /**
     * Carries out a command, or refuses it; either way an event tells.
     *
     * @param command the command
     * @param privileged whether the instructor gave it
     * @throws OtsException as {@link #check}
     */
    public void apply(Command command, boolean privileged) {
        Orders.apply(part(command, privileged), command, privileged, events::add);
    }

    /**
     * Shows a reading of the plant.
     *
     * @param signal its name; one that is no reading is left alone
     * @param value the value in its unit, NaN when there is none that can be trusted
     */
    public void show(String signal, double value) {
        Integer index = readings.get(signal);
        if (index != null) {
            board.set(index, value);
        }
    }

    /** One tick: time goes on, what was written down and the alarms are brought up to date. */
    public void scan() {
        board.advance();
        tasks.forEach(FieldTask::scan);
        alarms.scan();
    }

    /**
     * Takes the events since the last call.
     *
     * @return the events in the order in which they happened
     */
    public List<AutomationEvent> drainEvents() {
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
        return alarms.current();
    }

    @Override
    public void save(StateWriter writer) {
        writer.section("monitored plant");
        board.save(writer);
        tasks.forEach(task -> task.save(writer));
        alarms.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section("monitored plant");
        board.restore(reader);
        tasks.forEach(task -> task.restore(reader));
        alarms.restore(reader);
    }
}
