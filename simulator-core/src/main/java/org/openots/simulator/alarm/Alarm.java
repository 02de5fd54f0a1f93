package org.openots.simulator.alarm;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * One alarm: condition with deadband and delays, and the states of ISA-18.2. Its signal tells whether the condition is
 * active, in every state; what the operator sees is the state. A missing value (NaN) ends the condition.
 *
 * <p>Orders: ack, shelve (s), unshelve; for the instructor service (0 takes it out of service, 1 returns it).
 */
public final class Alarm implements Operable, Stateful {
    /** Longest time an alarm may be shelved, s: one hour, less than a training task. */
    public static final double LONGEST_SHELVING = 3600;

    /**
     * How long the condition of suppression must be gone before the alarm is released, s. Longer than noise stays on one
     * side of a threshold, so that the alarm does not come and go with every reading near it; short against the minute in
     * which an operator has to answer.
     */
    public static final double RELEASE_DELAY = 10;

    private static final Map<String, VerbRule> VERBS = Map.of(
            "ack",
            VerbRule.PLAIN,
            "shelve",
            VerbRule.range(1, LONGEST_SHELVING, "s"),
            "unshelve",
            VerbRule.PLAIN,
            "service",
            VerbRule.instructor(0, 1));

    private static final LocalText SHELVE = new LocalText("搁置", "shelve");
    private static final LocalText UNSHELVE = new LocalText("取消搁置", "unshelve");
    private static final LocalText SERVICE = new LocalText("停用或恢复", "service");

    private final AlarmDefinition definition;
    private final SignalBoard board;
    private final EventSink events;
    private final Condition suppressed;
    private final int source;
    private final int signal;
    private final long onTicks;
    private final long offTicks;
    private final double tickSeconds;
    private final int tagSignal;
    private final int subtracted;
    private final @Nullable RateWindow rate;

    private AlarmState state;
    private boolean active;
    private boolean silenced;
    private long pending;
    private long shelvedUntil;
    private long suppressedUntil;
    private double since;
    private double sinceValue = Double.NaN;

    /** What was last compared with the limit; worked out at every scan. */
    private double watched = Double.NaN;

    /**
     * Builds the alarm and declares its signal.
     *
     * @param definition from the pack
     * @param board holds the signals; the watched one must be on it
     * @param events takes changes of state
     * @param suppressed holds while the design suppresses the alarm
     * @param tickSeconds model time between scans, s
     */
    public Alarm(
            AlarmDefinition definition, SignalBoard board, EventSink events, Condition suppressed, double tickSeconds) {
        this.definition = definition;
        this.board = board;
        this.events = events;
        this.suppressed = suppressed;
        this.tickSeconds = tickSeconds;
        this.state = definition.options().inService() ? AlarmState.NORMAL : AlarmState.OUT_OF_SERVICE;
        this.source = board.index(definition.source());
        this.signal = definition.kind() == AlarmKind.ON
                ? -1
                : board.declare(
                        definition.name(),
                        "",
                        new LocalText(described(definition) + " 报警", described(definition) + " alarm"));
        String tag = definition.options().tag();
        this.tagSignal = tag.isEmpty()
                ? -1
                : board.declare(
                        tag, "", new LocalText(described(definition) + " 报警", described(definition) + " alarm"));
        String minus = definition.options().minus();
        this.subtracted = minus.isEmpty() ? -1 : board.index(minus);
        this.rate =
                definition.kind().rate() ? new RateWindow(definition.options().windowSeconds(), tickSeconds) : null;
        this.onTicks = Math.round(definition.delays().onSeconds() / tickSeconds);
        this.offTicks = Math.round(definition.delays().offSeconds() / tickSeconds);
    }

    private static String described(AlarmDefinition definition) {
        String owner = definition.options().owner();
        return (owner.isEmpty() ? definition.source() : owner) + " " + definition.kind();
    }

    /** Works out the condition and moves the state. */
    public void scan() {
        watched = watch();
        double value = watched;
        boolean wants = active ? !cleared(value) : beyond(value);
        pending = wants == active ? 0 : pending + 1;
        if (wants != active && pending > (wants ? onTicks : offTicks)) {
            active = wants;
            pending = 0;
        }
        if (signal >= 0) {
            board.flag(signal, active);
        }
        if (tagSignal >= 0) {
            board.flag(tagSignal, active);
        }
        AlarmState next = next(suppressed());
        if (next != state) {
            change(next);
        }
    }

    /**
     * The definition it was built from.
     *
     * @return the definition
     */
    public AlarmDefinition definition() {
        return definition;
    }

    /**
     * The alarm now.
     *
     * @return a snapshot
     */
    public AlarmStatus status() {
        return new AlarmStatus(
                definition.name(),
                definition.source(),
                definition.kind(),
                definition.priority(),
                state,
                since,
                sinceValue,
                definition.limit());
    }

    /**
     * Whether its condition is there, in any state.
     *
     * @return true while its signal is 1
     */
    public boolean active() {
        return active;
    }

    /**
     * Its state.
     *
     * @return the state now
     */
    public AlarmState state() {
        return state;
    }

    /**
     * Whether the operator has to acknowledge it.
     *
     * @return true in the states UNACK and RTN
     */
    public boolean unacknowledged() {
        return state == AlarmState.UNACK || state == AlarmState.RTN;
    }

    /**
     * Whether it sounds the horn.
     *
     * @return true while unacknowledged, active and not silenced
     */
    public boolean sounding() {
        return state == AlarmState.UNACK && !silenced;
    }

    /** Silences it until its condition comes again. */
    void silence() {
        silenced = true;
    }

    /** Acknowledges it if there is something to acknowledge. */
    void acknowledge() {
        if (unacknowledged()) {
            change(state == AlarmState.UNACK ? AlarmState.ACK : AlarmState.NORMAL);
        }
    }

    @Override
    public String target() {
        return definition.name();
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return VERBS;
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        return switch (order.verb()) {
            case "ack" -> orderAcknowledge();
            case "shelve" -> shelve(order.value());
            case "unshelve" -> unshelve();
            default -> service(order.value() >= 0.5);
        };
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        writer.writeString(state.word());
        writer.writeBoolean(active);
        writer.writeBoolean(silenced);
        writer.writeLong(pending);
        writer.writeLong(shelvedUntil);
        writer.writeLong(suppressedUntil);
        writer.writeDouble(since);
        writer.writeDouble(sinceValue);
        if (rate != null) {
            rate.save(writer);
        }
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        state = AlarmState.of(reader.readString());
        active = reader.readBoolean();
        silenced = reader.readBoolean();
        pending = reader.readLong();
        shelvedUntil = reader.readLong();
        suppressedUntil = reader.readLong();
        since = reader.readDouble();
        sinceValue = reader.readDouble();
        if (rate != null) {
            rate.restore(reader);
        }
    }

    /** The number that is compared with the limit. */
    private double watch() {
        double value = board.value(source);
        if (subtracted >= 0) {
            value -= board.value(subtracted);
        }
        RateWindow window = rate;
        return window == null ? value : window.perMinute(value);
    }

    private boolean beyond(double value) {
        return definition.kind().low() ? value < definition.limit() : value > definition.limit();
    }

    private boolean cleared(double value) {
        double band = definition.deadband();
        return Double.isNaN(value)
                || (definition.kind().low() ? value >= definition.limit() + band : value <= definition.limit() - band);
    }

    private boolean suppressed() {
        if (suppressed.holds()) {
            suppressedUntil = board.tick() + Math.round(RELEASE_DELAY / tickSeconds);
            return true;
        }
        return state == AlarmState.SUPPRESSED && board.tick() < suppressedUntil;
    }

    private AlarmState next(boolean suppress) {
        return switch (state) {
            case OUT_OF_SERVICE -> state;
            case SHELVED -> board.tick() >= shelvedUntil ? fresh() : state;
            case SUPPRESSED -> suppress ? state : fresh();
            case NORMAL -> suppress ? AlarmState.SUPPRESSED : fresh();
            case UNACK -> suppress ? AlarmState.SUPPRESSED : active ? state : AlarmState.RTN;
            case RTN -> suppress ? AlarmState.SUPPRESSED : active ? AlarmState.UNACK : state;
            case ACK -> suppress ? AlarmState.SUPPRESSED : active ? state : AlarmState.NORMAL;
        };
    }

    private AlarmState fresh() {
        return active ? AlarmState.UNACK : AlarmState.NORMAL;
    }

    private void change(AlarmState to) {
        AlarmState from = state;
        state = to;
        since = board.time();
        sinceValue = rate == null && subtracted < 0 ? board.value(source) : watched;
        if (to == AlarmState.UNACK) {
            silenced = false;
        }
        events.raise(new AlarmChanged(from, status()));
    }

    private Optional<Refusal> orderAcknowledge() {
        if (!unacknowledged()) {
            return Refusal.because(AutomationError.NOTHING_TO_ACKNOWLEDGE, target(), state.text());
        }
        acknowledge();
        return Optional.empty();
    }

    private Optional<Refusal> shelve(double seconds) {
        if (state == AlarmState.OUT_OF_SERVICE || state == AlarmState.SUPPRESSED) {
            return Refusal.because(AutomationError.ALARM_STATE, target(), state.text(), SHELVE);
        }
        shelvedUntil = board.tick() + Math.round(seconds / tickSeconds);
        if (state != AlarmState.SHELVED) {
            change(AlarmState.SHELVED);
        }
        return Optional.empty();
    }

    private Optional<Refusal> unshelve() {
        if (state != AlarmState.SHELVED) {
            return Refusal.because(AutomationError.ALARM_STATE, target(), state.text(), UNSHELVE);
        }
        change(fresh());
        return Optional.empty();
    }

    private Optional<Refusal> service(boolean on) {
        if (on == (state != AlarmState.OUT_OF_SERVICE)) {
            return Refusal.because(AutomationError.ALARM_STATE, target(), state.text(), SERVICE);
        }
        change(on ? fresh() : AlarmState.OUT_OF_SERVICE);
        return Optional.empty();
    }
}
