package org.openots.simulator.interlock;

import java.util.Arrays;
import java.util.List;
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
 * have run out, the interlock trips and stays tripped until it is reset. A missing value (NaN) is not a cause. While
 * bypassed it does not trip; a trip that is latched already stays until it is reset.
 *
 * <p>Orders: reset (refused while armed, not bypassed, and enough signals are still beyond their limits), bypass (1 or
 * 0, instructor only). Publishes {@code .TRIP .CAUSE .ARMED .BYPASS .FIRST}.
 */
public final class Interlock implements Operable, Stateful {
    private static final Map<String, VerbRule> VERBS =
            Map.of("reset", VerbRule.PLAIN, "bypass", VerbRule.instructor(0, 1));

    private final InterlockDefinition definition;
    private final SignalBoard board;
    private final EventSink events;
    private final Condition armedWhen;
    private final int[] sources;
    private final long[] delayTicks;
    private final int tripSignal;
    private final int causeSignal;
    private final int armedSignal;
    private final int bypassSignal;
    private final int firstSignal;

    private final long[] elapsed;
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
     * @param armedWhen holds while its causes count
     * @param tickSeconds model time between scans, s
     */
    public Interlock(
            InterlockDefinition definition,
            SignalBoard board,
            EventSink events,
            Condition armedWhen,
            double tickSeconds) {
        this.definition = definition;
        this.board = board;
        this.events = events;
        this.armedWhen = armedWhen;
        List<InterlockDefinition.Cause> causes = definition.causes();
        this.sources =
                causes.stream().mapToInt(cause -> board.index(cause.signal())).toArray();
        this.delayTicks = causes.stream()
                .mapToLong(cause -> Math.round(cause.delaySeconds() / tickSeconds))
                .toArray();
        this.elapsed = new long[causes.size()];
        String id = definition.id();
        this.tripSignal = board.declare(id + ".TRIP", "", named("联锁动作", "tripped"));
        this.causeSignal = board.declare(id + ".CAUSE", "", named("联锁原因存在", "cause present"));
        this.armedSignal = board.declare(id + ".ARMED", "", named("联锁投用", "armed"));
        this.bypassSignal = board.declare(id + ".BYPASS", "", named("联锁旁路", "bypassed"));
        this.firstSignal = board.declare(id + ".FIRST", "", named("首出", "first out"));
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
        for (int i = 0; i < sources.length; i++) {
            boolean beyond = armed && beyond(i);
            elapsed[i] = beyond ? elapsed[i] + 1 : 0;
            there += beyond ? 1 : 0;
            if (beyond && elapsed[i] > delayTicks[i]) {
                ripe++;
                latest = i;
            }
        }
        present = there >= definition.votes();
        if (ripe >= definition.votes() && !tripped && !bypassed) {
            tripped = true;
            first = clear;
            InterlockDefinition.Cause cause = definition.causes().get(latest);
            events.raise(new InterlockTripped(
                    definition.id(), cause.id(), board.value(sources[latest]), cause.limit(), first));
        }
    }

    /** Publishes its signals. */
    void publish() {
        board.flag(tripSignal, tripped);
        board.flag(causeSignal, present);
        board.flag(armedSignal, armed);
        board.flag(bypassSignal, bypassed);
        board.flag(firstSignal, first);
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
        return tripped && (bypassed || !present);
    }

    /** Resets it without asking. */
    void reset() {
        tripped = false;
        first = false;
        Arrays.fill(elapsed, 0);
        events.raise(new InterlockReset(definition.id()));
    }

    @Override
    public String target() {
        return definition.id();
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return VERBS;
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
        if (!tripped) {
            return Refusal.because(AutomationError.NOT_TRIPPED, target());
        }
        if (!resettable()) {
            return Refusal.because(AutomationError.CAUSE_REMAINS, target(), presentCause());
        }
        reset();
        return Optional.empty();
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        for (long count : elapsed) {
            writer.writeLong(count);
        }
        writer.writeBoolean(tripped);
        writer.writeBoolean(bypassed);
        writer.writeBoolean(first);
        writer.writeBoolean(armed);
        writer.writeBoolean(present);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        for (int i = 0; i < elapsed.length; i++) {
            elapsed[i] = reader.readLong();
        }
        tripped = reader.readBoolean();
        bypassed = reader.readBoolean();
        first = reader.readBoolean();
        armed = reader.readBoolean();
        present = reader.readBoolean();
    }

    private boolean beyond(int i) {
        InterlockDefinition.Cause cause = definition.causes().get(i);
        double value = board.value(sources[i]);
        return cause.low() ? value < cause.limit() : value > cause.limit();
    }

    private String presentCause() {
        for (int i = 0; i < sources.length; i++) {
            if (beyond(i)) {
                return definition.causes().get(i).id();
            }
        }
        return definition.causes().get(0).id();
    }

    private LocalText named(String zh, String en) {
        return new LocalText(definition.id() + " " + zh, definition.id() + " " + en);
    }
}
