package org.openots.simulator.actuation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * The contactor of a pump, fan or heater: start, stop, protection trip, loss of supply, interlock. Publishes the run
 * signal {@code tag}, the wish of the operator {@code tag.CMD}, {@code tag.TRIP}, {@code tag.FORCED} (number of
 * interlocks that hold it) and {@code tag.PERMIT} (start conditions hold).
 *
 * <p>After a loss of supply, a trip or an interlock it stays off until it is started again. The wish stays 1 after a
 * loss of supply or a trip, so that alarms of a pump that should run are not taken for those of a stopped pump. Whoever
 * locks it out saves that; the starter is told again after a restore.
 */
final class Starter implements Stateful {
    static final Map<String, VerbRule> MOTOR_VERBS =
            Map.of("start", VerbRule.PLAIN, "stop", VerbRule.PLAIN, "reset", VerbRule.PLAIN);
    static final Map<String, VerbRule> HEATER_VERBS = Map.of("start", VerbRule.PLAIN, "stop", VerbRule.PLAIN);

    private final DeviceDefinition definition;
    private final SignalBoard board;
    private final EventSink events;
    private final Permissive[] permissives;
    private final int power;
    private final int run;
    private final int wish;
    private final int trip;
    private final int forced;
    private final int permit;

    private boolean running;
    private boolean wanted;
    private boolean tripped;
    private boolean locked;
    private int holds;

    Starter(DeviceDefinition definition, SignalBoard board, EventSink events, List<Permissive> permissives) {
        this.definition = definition;
        this.board = board;
        this.events = events;
        this.permissives = permissives.toArray(Permissive[]::new);
        this.power = board.index(definition.power());
        String tag = definition.tag();
        this.run = board.declare(tag, "", definition.text());
        this.wish = board.declare(tag + ".CMD", "", suffixed("运行指令", "run command"));
        this.trip = board.declare(tag + ".TRIP", "", suffixed("电机跳闸", "motor tripped"));
        this.forced = board.declare(tag + ".FORCED", "", suffixed("联锁强制数", "interlocks holding"));
        this.permit = board.declare(tag + ".PERMIT", "", suffixed("允许启动", "start permitted"));
    }

    DeviceDefinition definition() {
        return definition;
    }

    boolean running() {
        return running;
    }

    boolean held() {
        return holds > 0;
    }

    void hold(int interlocks) {
        holds = interlocks;
    }

    /** Whether it has its supply; a padlock on its breaker takes it away. */
    boolean powered() {
        return board.value(power) >= 0.5 && !locked;
    }

    /** Locks it out or in again; after a lock nobody wishes it to run, so that it does not come back by itself. */
    void lock(boolean now) {
        locked = now;
        wanted &= !now;
    }

    void preset(boolean on) {
        running = on;
        wanted = on;
    }

    /** Whether it should run as far as the operator is concerned. */
    boolean wanted() {
        return wanted;
    }

    /** Starts as an order would; false when that is refused. */
    boolean tryStart() {
        return !held() && powered() && !tripped && permitted() && start().isEmpty();
    }

    /** Switches on without an operator, as an interlock does with a fan. */
    void forceOn() {
        if (powered() && !tripped) {
            running = true;
            wanted = true;
        }
    }

    void checkText(Order order) {
        if (order.text().isEmpty()) {
            return;
        }
        if (!order.local()) {
            throw new OtsException(
                    AutomationError.TEXT_NOT_TAKEN, order.target(), order.verb(), Brief.of(order.text()));
        }
        if (!definition.localPanel()) {
            throw new OtsException(AutomationError.NO_LOCAL_PANEL, order.target());
        }
    }

    Optional<Refusal> operate(Order order) {
        if (order.verb().equals("start")) {
            return start();
        }
        running &= !order.verb().equals("stop");
        tripped &= !order.verb().equals("reset");
        wanted = running;
        return Optional.empty();
    }

    /**
     * One scan.
     *
     * @param failed whether the motor cannot run
     * @param stops whether an interlock that holds it switches it off
     */
    void scan(boolean failed, boolean stops) {
        if (holds > 0 && stops) {
            running = false;
            wanted = false;
        }
        if (!powered()) {
            running = false;
        }
        if (running && failed) {
            running = false;
            tripped = true;
            events.raise(new MotorTripped(definition.tag()));
        }
    }

    void publish(boolean energised) {
        board.flag(run, energised);
        board.flag(wish, wanted);
        board.flag(trip, tripped);
        board.set(forced, holds);
        board.flag(permit, permitted() && holds == 0 && powered() && !tripped);
    }

    private boolean permitted() {
        boolean permitted = true;
        for (int i = 0; i < permissives.length; i++) {
            permitted &= permissives[i].condition().holds();
        }
        return permitted;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(definition.tag());
        writer.writeBoolean(running);
        writer.writeBoolean(wanted);
        writer.writeBoolean(tripped);
        writer.writeInt(holds);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(definition.tag());
        running = reader.readBoolean();
        wanted = reader.readBoolean();
        tripped = reader.readBoolean();
        holds = reader.readInt();
    }

    private Optional<Refusal> start() {
        String tag = definition.tag();
        if (locked) {
            return Refusal.because(AutomationError.LOCKED_OUT, tag);
        }
        if (!powered()) {
            return Refusal.because(AutomationError.NO_POWER, tag, definition.power());
        }
        if (holds > 0) {
            return Refusal.because(AutomationError.INTERLOCK_HOLDS, tag, holds);
        }
        if (tripped) {
            return Refusal.because(AutomationError.MOTOR_IS_TRIPPED, tag);
        }
        for (Permissive permissive : permissives) {
            if (!permissive.condition().holds()) {
                return Refusal.because(AutomationError.PERMISSIVE_MISSING, tag, permissive.text(), permissive.rule());
            }
        }
        running = true;
        wanted = true;
        return Optional.empty();
    }

    private LocalText suffixed(String zh, String en) {
        return new LocalText(definition.text().zh() + zh, definition.text().en() + " " + en);
    }
}
