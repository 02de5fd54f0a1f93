package org.openots.simulator.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.automation.AutomationSystem;
import org.openots.simulator.fault.FaultError;
import org.openots.simulator.fault.FaultInjector;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.fault.FaultStatus;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.field.VisibleDefect;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.plant.InitialCondition;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.StepStatus;

/**
 * One run of one plant: a pure function of pack, initial condition, seed and the orders given to it. Each tick goes
 * through commands, final elements and controllers and interlocks, process step, instruments and alarms, in this
 * order. Used by one thread at a time; knows no clock.
 */
public final class PlantEngine {
    private final PlantPack pack;
    private final double tickSeconds;
    private final ProcessModel process;
    private final AutomationSystem automation;
    private final FaultInjector faults;
    private final FieldView field;
    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparingLong(Pending::tick).thenComparingLong(Pending::sequence));
    private final List<EngineEvent> events = new ArrayList<>();
    private final Map<String, FaultStatus.Phase> faultPhases = new HashMap<>();
    private boolean held;

    /**
     * Starts a run.
     *
     * @param pack the plant
     * @param initial where it starts
     * @param seed seed of instrument noise and of everything else that is drawn
     */
    public PlantEngine(PlantPack pack, InitialCondition initial, long seed) {
        this(pack, initial, seed, pack.tickSeconds());
    }

    /**
     * Starts a run with a tick of its own, for studies of speed and robustness; sessions keep the plant's.
     *
     * @param pack the plant
     * @param initial where it starts
     * @param seed seed of instrument noise and of everything else that is drawn
     * @param tickSeconds length of a tick, s
     */
    public PlantEngine(PlantPack pack, InitialCondition initial, long seed, double tickSeconds) {
        this.pack = pack;
        this.tickSeconds = tickSeconds;
        this.process = pack.newProcess();
        initial.applyTo(process);
        this.automation = new AutomationSystem(pack.automation(), process, tickSeconds, seed, SpokenNames.of(pack));
        initial.presets().forEach(automation::preset);
        automation.begin();
        this.field = new FieldView(pack, process, tickSeconds);
        var instruments = pack.automation().instruments().transmitters();
        this.faults =
                new FaultInjector(pack.faults(), instruments, new PlantFaultTarget(process, automation), tickSeconds);
    }

    /** What waits for its tick. */
    private sealed interface Pending {
        long tick();

        long sequence();

        record Operation(Command command, boolean privileged) implements Pending {
            @Override
            public long tick() {
                return command.tick();
            }

            @Override
            public long sequence() {
                return command.sequence();
            }
        }

        record Injection(FaultOrder order) implements Pending {
            @Override
            public long tick() {
                return order.tick();
            }

            @Override
            public long sequence() {
                return order.sequence();
            }
        }

        record Withdrawal(long tick, long sequence, String key) implements Pending {}
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
     * The signals of this run.
     *
     * @return the table
     */
    public SignalTable signals() {
        return automation.signals();
    }

    /**
     * The signals at the last tick; read it only from the thread that steps.
     *
     * @return the live view
     */
    public SignalView view() {
        return automation.view();
    }

    /**
     * Ticks done.
     *
     * @return the number of the last tick
     */
    public long tick() {
        return automation.view().tick();
    }

    /**
     * Model time.
     *
     * @return seconds since the start of the run
     */
    public double time() {
        return tick() * tickSeconds;
    }

    /**
     * Whether the process model holds its last good state because it could not advance.
     *
     * @return true while it holds
     */
    public boolean held() {
        return held;
    }

    /**
     * Says whether a command makes sense at all.
     *
     * @param command the command
     * @param privileged whether an instructor gives it
     * @throws OtsException if target, verb or value is wrong
     */
    public void check(Command command, boolean privileged) {
        automation.check(command, privileged);
    }

    /**
     * Whether an operation needs a number.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @return false if it takes none, and for a target or verb the plant does not have
     */
    public boolean takesValue(String target, String verb) {
        return automation.takesValue(target, verb);
    }

    /**
     * Gives a command for its tick.
     *
     * @param command the command; its tick must lie ahead
     * @param privileged whether an instructor gives it
     * @throws OtsException if target, verb or value is wrong; nothing is queued then
     */
    public void submit(Command command, boolean privileged) {
        check(command, privileged);
        pending.add(new Pending.Operation(command, privileged));
    }

    /**
     * Gives a fault order for its tick.
     *
     * @param order the order
     * @throws OtsException if it cannot be carried out
     */
    public void arm(FaultOrder order) {
        faults.check(order);
        if (waits(order.key())) {
            throw new OtsException(FaultError.KEY_IN_USE, order.key());
        }
        pending.add(new Pending.Injection(order));
    }

    /**
     * Takes an injection back at a tick.
     *
     * @param tick when
     * @param sequence position among the orders
     * @param key of the injection
     * @throws OtsException if no order with this key was given
     */
    public void withdraw(long tick, long sequence, String key) {
        if (!faults.knows(key) && !waits(key)) {
            throw new OtsException(FaultError.UNKNOWN_KEY, key);
        }
        pending.add(new Pending.Withdrawal(tick, sequence, key));
    }

    private boolean waits(String key) {
        return pending.stream()
                .anyMatch(
                        p -> p instanceof Pending.Injection i && i.order().key().equals(key));
    }

    /** Advances by one tick. */
    public void step() {
        long now = tick() + 1;
        takeOrders(now);
        faults.scan(now);
        noteFaults(now);
        automation.scanControl();
        StepStatus status = process.step(tickSeconds);
        boolean stopped = status != StepStatus.ADVANCED;
        if (stopped != held) {
            held = stopped;
            events.add(new EngineEvent.ModelHeld(now, held));
        }
        field.step(tickSeconds);
        automation.scanInstruments();
        List<AutomationEvent> news = automation.drainEvents();
        for (int i = 0; i < news.size(); i++) {
            events.add(new EngineEvent.Automation(now, news.get(i)));
        }
    }

    private void takeOrders(long now) {
        while (!pending.isEmpty() && pending.element().tick() <= now) {
            Pending next = pending.remove();
            if (next instanceof Pending.Operation operation) {
                automation.apply(operation.command(), operation.privileged());
            } else if (next instanceof Pending.Injection injection) {
                faults.arm(injection.order());
            } else if (next instanceof Pending.Withdrawal withdrawal) {
                withdraw(withdrawal.key(), now);
            }
        }
    }

    /** An order that is taken back before its tick never comes. */
    private void withdraw(String key, long now) {
        boolean waiting = pending.removeIf(
                p -> p instanceof Pending.Injection i && i.order().key().equals(key));
        if (!waiting && faults.knows(key)) {
            faults.withdraw(key, now);
        }
    }

    private void noteFaults(long now) {
        for (int i = 0; i < faults.count(); i++) {
            FaultStatus.Phase phase = faults.phase(i);
            if (faultPhases.get(faults.key(i)) != phase) {
                faultPhases.put(faults.key(i), phase);
                events.add(new EngineEvent.FaultChanged(now, faults.status().get(i)));
            }
        }
    }

    /**
     * Takes the events since the last call.
     *
     * @return the events in order
     */
    public List<EngineEvent> drainEvents() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<EngineEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /**
     * The alarms that are not in the normal state.
     *
     * @return their states
     */
    public List<AlarmStatus> alarms() {
        return automation.alarms();
    }

    /**
     * The defects that somebody who stands at the check point can see; secret for all who do not stand there.
     *
     * @return in the order of the points
     */
    public List<VisibleDefect> visibleDefects() {
        return automation.visibleDefects();
    }

    /**
     * What somebody in the plant sees of the process.
     *
     * @return leaks, pools and froth behind windows that are large enough to be seen, in the order of the plot plan
     */
    public List<FieldEffect> fieldEffects() {
        return field.effects(faults::acts);
    }

    /**
     * How all injections stand, those too whose tick has not come; for instructors only.
     *
     * @return the states, in the order of their beginning
     */
    public List<FaultStatus> faultStatus() {
        List<FaultStatus> all = new ArrayList<>(faults.status());
        pending.stream()
                .filter(Pending.Injection.class::isInstance)
                .map(p -> ((Pending.Injection) p).order())
                .sorted(Comparator.comparingLong(FaultOrder::tick).thenComparingLong(FaultOrder::sequence))
                .forEach(order -> all.add(new FaultStatus(order, FaultStatus.Phase.ARMED, 0, order.tick())));
        return all;
    }

    /**
     * Copies all signals.
     *
     * @param values receives them, in table order
     */
    public void copyValues(double[] values) {
        automation.copyTo(values, 0);
    }

    /**
     * How well the balances close since the start.
     *
     * @return relative errors: components in order, inert, energy
     */
    public double[] closure() {
        return process.closure();
    }

    /**
     * Counters of the integrator.
     *
     * @return the counts
     */
    public ProcessModel.SolverCounts solverCounts() {
        return process.solverCounts();
    }

    /**
     * Reads a process variable directly, without instruments; for tests, training pages and initial conditions.
     *
     * @param name of the variable
     * @return SI value
     */
    public double processValue(String name) {
        return process.read(process.variable(name));
    }

    /**
     * Everything the future of the run depends on, except orders that still wait.
     *
     * @return the state
     * @throws IllegalStateException if orders wait for a later tick
     */
    public byte[] saveState() {
        if (!pending.isEmpty()) {
            throw new IllegalStateException(pending.size() + " orders wait for a later tick");
        }
        StateWriter out = writeState();
        return out.toByteArray();
    }

    private StateWriter writeState() {
        StateWriter out = new StateWriter();
        out.section("engine");
        out.writeString(pack.id());
        out.writeBoolean(held);
        process.save(out);
        field.save(out);
        automation.save(out);
        faults.save(out);
        return out;
    }

    /**
     * Restores a saved state; the run goes on bit for bit as it would have.
     *
     * @param state from {@link #saveState} of a run of the same pack
     * @throws OtsException if it belongs to another plant or version
     */
    public void restoreState(byte[] state) {
        StateReader in = new StateReader(state);
        in.section("engine");
        in.section(pack.id());
        held = in.readBoolean();
        process.restore(in);
        field.restore(in);
        automation.restore(in);
        faults.restore(in);
        in.end();
        pending.clear();
        events.clear();
        faultPhases.clear();
        faults.status().forEach(s -> faultPhases.put(s.order().key(), s.phase()));
    }

    /**
     * Fingerprint of the whole state, equal on every JVM and machine.
     *
     * @return SHA-256 as lower-case hex
     */
    public String stateHash() {
        return writeState().sha256();
    }

    /**
     * Replaces the contents of a holdup. Only for making initial conditions: it breaks the run's balances.
     *
     * @param charge what to put where
     */
    public void recharge(InitialCondition.Charge charge) {
        double[] fractions = process.componentIds().stream()
                .mapToDouble(c -> charge.massFractions().getOrDefault(c, 0.0))
                .toArray();
        process.charge(charge.holdup(), fractions, charge.volume());
        process.openLedger();
    }

    /**
     * Signals that an initial condition presets, with their present values.
     *
     * @return values by signal name, sorted by name
     */
    public Map<String, Double> presetValues() {
        Map<String, Double> values = new TreeMap<>();
        for (String name : automation.presetSignals()) {
            int index = signals().find(name);
            // what would tell a student too much is published under a hidden name
            values.put(
                    name,
                    automation
                            .view()
                            .value(index == SignalTable.NONE ? signals().find(Signal.HIDDEN + name) : index));
        }
        return values;
    }

    /**
     * Everything that can be ordered of the plant, for operators that try it all.
     *
     * @return verbs with their rules, by target
     */
    public Map<String, Map<String, VerbRule>> operations() {
        return automation.operations();
    }

    /**
     * The process side, for studies that look behind the instruments or push what no operator can.
     *
     * @return the live model
     */
    public ProcessModel process() {
        return process;
    }

    /**
     * The state of the process alone, for initial conditions.
     *
     * @return the state vector
     */
    public double[] processState() {
        return process.stateVector();
    }
}
