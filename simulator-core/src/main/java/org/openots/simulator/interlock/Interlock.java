package org.openots.simulator.interlock;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.Condition;
import org.openots.simulator.signal.SignalBoard;

/**
 * One interlock. While armed, each cause runs its delay as long as its signal is beyond the limit; when enough causes
 * have run out, the interlock trips and stays tripped until it is reset, or, when the pack says so, until its cause is
 * gone. A missing value (NaN) is not a cause unless the pack says so. While bypassed it does not trip; a trip that is
 * latched already stays until it is reset.
 *
 * <p>Orders: reset (refused while armed, not bypassed, and enough signals are still beyond their limits, and while its
 * reset condition does not hold), bypass (1 or 0, instructor only), with a register also proofTest (number of a cause,
 * instructor only). Publishes {@code .TRIP .CAUSE .ARMED .BYPASS .FIRST}.
 */
public final class Interlock implements Operable, Stateful {
    private final InterlockDefinition definition;
    private final SignalBoard board;
    private final EventSink events;
    private final Condition armedWhen;
    private final Condition resetWhen;
    private final CauseWatch[] causes;
    private final Register register;
    private final Map<String, VerbRule> verbs;
    private final int tripSignal;
    private final int causeSignal;
    private final int armedSignal;
    private final int bypassSignal;
    private final int firstSignal;
    private final int tagSignal;

    private boolean tripped;
    private boolean bypassed;
    private boolean first;
    private boolean armed;
    private boolean present;

    /**
     * Builds the interlock and declares its signals.
     *
     * @param definition from the pack
     * @param board holds the signals; those of the causes must be on it
     * @param events takes trips and resets
     * @param conditions its compiled conditions
     * @param tickSeconds model time between scans, s
     */
    public Interlock(
            InterlockDefinition definition,
            SignalBoard board,
            EventSink events,
            InterlockConditions conditions,
            double tickSeconds) {
        this.definition = definition;
        this.board = board;
        this.events = events;
        this.armedWhen = conditions.armedWhen();
        this.resetWhen = conditions.resetWhen();
        this.causes = new CauseWatch[definition.causes().size()];
        for (int i = 0; i < causes.length; i++) {
            causes[i] = new CauseWatch(
                    definition.causes().get(i), board, conditions.causes().get(i), tickSeconds);
        }
        Map<String, VerbRule> known = new HashMap<>();
        known.put("reset", VerbRule.PLAIN);
        known.put("bypass", VerbRule.instructor(0, 1));
        if (definition.options().register()) {
            known.put("proofTest", VerbRule.instructor(1, causes.length));
        }
        this.verbs = Map.copyOf(known);
        String id = definition.id();
        this.tripSignal = board.declare(id + ".TRIP", "", named("联锁动作", "tripped"));
        this.causeSignal = board.declare(id + ".CAUSE", "", named("联锁原因存在", "cause present"));
        this.armedSignal = board.declare(id + ".ARMED", "", named("联锁投用", "armed"));
        this.bypassSignal = board.declare(id + ".BYPASS", "", named("联锁旁路", "bypassed"));
        this.firstSignal = board.declare(id + ".FIRST", "", named("首出", "first out"));
        String tag = definition.options().tag();
        this.tagSignal = tag.isEmpty() ? -1 : board.declare(tag, "", named("联锁动作", "tripped"));
        this.bypassed = !definition.options().inService();
        this.register = new Register(definition, board, events, tickSeconds);
    }

    /**
     * One scan of the causes.
     *
     * @param clear whether no interlock was tripped before this scan and none has tripped in it
     */
    void scan(boolean clear) {
        armed = armedWhen.holds();
        int there = 0;
        int ripe = 0;
        int latest = 0;
        for (int i = 0; i < causes.length; i++) {
            if (causes[i].scan(armed)) {
                there++;
                if (causes[i].ripe()) {
                    ripe++;
                    latest = i;
                }
            }
        }
        present = there >= definition.votes();
        boolean demanded = ripe >= definition.votes();
        register.demand(demanded, bypassed, tripped, causes[latest]);
        register.test(causes);
        if (demanded && !tripped && !bypassed) {
            trip(causes[latest], clear);
        } else if (!definition.options().latching() && resettable()) {
            reset();
        }
    }

    private void trip(CauseWatch watch, boolean clear) {
        tripped = true;
        first = clear;
        register.trip();
        InterlockDefinition.Cause cause = watch.cause();
        events.raise(new InterlockTripped(definition.id(), cause.id(), watch.value(), cause.limit(), first));
    }

    /** Publishes its signals. */
    void publish() {
        board.flag(tripSignal, tripped);
        if (tagSignal >= 0) {
            board.flag(tagSignal, tripped);
        }
        board.flag(causeSignal, present);
        board.flag(armedSignal, armed);
        board.flag(bypassSignal, bypassed);
        board.flag(firstSignal, first);
        register.publish();
    }

    /**
     * Whether it has tripped and was not reset.
     *
     * @return true while latched
     */
    public boolean tripped() {
        return tripped;
    }

    /**
     * The definition it was built from.
     *
     * @return the definition
     */
    public InterlockDefinition definition() {
        return definition;
    }

    /** Whether a reset would be accepted. */
    boolean resettable() {
        return tripped && (bypassed || !present) && resetWhen.holds();
    }

    /** Resets it without asking. */
    void reset() {
        tripped = false;
        first = false;
        for (CauseWatch cause : causes) {
            cause.elapsed(0);
        }
        events.raise(new InterlockReset(definition.id()));
    }

    @Override
    public String target() {
        return definition.id();
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return verbs;
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (order.verb().equals("bypass")) {
            boolean on = order.value() >= 0.5;
            if (on != bypassed) {
                bypassed = on;
                events.raise(new BypassChanged(definition.id(), on));
            }
            return Optional.empty();
        }
        if (order.verb().equals("proofTest")) {
            return test((int) order.value());
        }
        if (!tripped) {
            return Refusal.because(AutomationError.NOT_TRIPPED, target());
        }
        if (!resettable() && (bypassed || !present)) {
            return Refusal.because(
                    AutomationError.RESET_NOT_PERMITTED,
                    target(),
                    definition.options().resetWhen());
        }
        if (!resettable()) {
            return Refusal.because(AutomationError.CAUSE_REMAINS, target(), presentCause());
        }
        reset();
        return Optional.empty();
    }

    private Optional<Refusal> test(int cause) {
        if (tripped) {
            return Refusal.because(AutomationError.TEST_WHILE_TRIPPED, target());
        }
        register.begin(cause);
        return Optional.empty();
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        for (CauseWatch cause : causes) {
            writer.writeLong(cause.elapsed());
        }
        writer.writeBoolean(tripped);
        writer.writeBoolean(bypassed);
        writer.writeBoolean(first);
        writer.writeBoolean(armed);
        writer.writeBoolean(present);
        register.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        for (CauseWatch cause : causes) {
            cause.elapsed(reader.readLong());
        }
        tripped = reader.readBoolean();
        bypassed = reader.readBoolean();
        first = reader.readBoolean();
        armed = reader.readBoolean();
        present = reader.readBoolean();
        register.restore(reader);
    }

    private String presentCause() {
        for (CauseWatch cause : causes) {
            if (cause.beyond()) {
                return cause.cause().id();
            }
        }
        return causes[0].cause().id();
    }

    private LocalText named(String zh, String en) {
        return new LocalText(definition.id() + " " + zh, definition.id() + " " + en);
    }
}
