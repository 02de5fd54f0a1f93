package org.openots.simulator.actuation;

import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.signal.Condition;
import org.openots.simulator.signal.SignalBoard;

/**
 * What starts a pump without an order: its standby selection and the return of its supply. Saves and publishes nothing
 * for a pump that has neither.
 */
final class SelfStart implements Stateful {
    static final String STANDBY = ".STANDBY";

    private final Pump.Automatic rule;
    private final SignalBoard board;
    private final Starter starter;
    private final EventSink events;
    private final Condition condition;
    private final int signal;
    private final long delayTicks;
    private final long restartTicks;

    private boolean selected;
    private long held;
    private long dead;

    SelfStart(
            Pump.Definition pump,
            SignalBoard board,
            Starter starter,
            EventSink events,
            Condition condition,
            double tickSeconds) {
        this.rule = pump.automatic();
        this.board = board;
        this.starter = starter;
        this.events = events;
        this.condition = condition;
        LocalText text = pump.device().text();
        this.signal = standsBy()
                ? board.declare(
                        pump.device().tag() + STANDBY,
                        "",
                        new LocalText(text.zh() + "备用投入", text.en() + " selected as standby"))
                : -1;
        this.delayTicks = Math.round(rule.delaySeconds() / tickSeconds);
        this.restartTicks = Math.round(rule.restartSeconds() / tickSeconds);
    }

    boolean standsBy() {
        return !rule.standbyWhen().isEmpty();
    }

    void select(boolean on) {
        selected = on;
        held = 0;
    }

    void scan() {
        if (restartTicks > 0) {
            comeBack();
        }
        held = selected && !starter.running() && condition.holds() ? held + 1 : 0;
        if (held > delayTicks && starter.tryStart()) {
            held = 0;
            events.raise(new AutoStarted(starter.definition().tag(), AutoStarted.Reason.STANDBY));
        }
    }

    private void comeBack() {
        if (!starter.powered()) {
            dead++;
            return;
        }
        boolean again = dead > 0 && dead <= restartTicks && starter.wanted() && !starter.running();
        dead = 0;
        if (again && starter.tryStart()) {
            events.raise(new AutoStarted(starter.definition().tag(), AutoStarted.Reason.POWER_BACK));
        }
    }

    void publish() {
        if (signal >= 0) {
            board.flag(signal, selected);
        }
    }

    @Override
    public void save(StateWriter writer) {
        if (signal >= 0 || restartTicks > 0) {
            writer.writeBoolean(selected);
            writer.writeLong(held);
            writer.writeLong(dead);
        }
    }

    @Override
    public void restore(StateReader reader) {
        if (signal >= 0 || restartTicks > 0) {
            selected = reader.readBoolean();
            held = reader.readLong();
            dead = reader.readLong();
        }
    }
}
