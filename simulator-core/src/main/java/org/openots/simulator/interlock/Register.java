package org.openots.simulator.interlock;

import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.signal.SignalBoard;

/**
 * The life of one interlock as IEC 61511 asks to keep it: trips, demands and proof tests. Publishes {@code .TRIPS},
 * {@code .DEMANDS} and {@code .TEST}, the number of the cause under test. Saves and publishes nothing for an interlock
 * without a register.
 */
final class Register implements Stateful {
    private final InterlockDefinition definition;
    private final SignalBoard board;
    private final EventSink events;
    private final double tickSeconds;
    private final int tripsSignal;
    private final int demandsSignal;
    private final int testSignal;

    private int trips;
    private int demands;
    private boolean demanded;
    private int tested;
    private long testTicks;

    Register(InterlockDefinition definition, SignalBoard board, EventSink events, double tickSeconds) {
        this.definition = definition;
        this.board = board;
        this.events = events;
        this.tickSeconds = tickSeconds;
        this.tripsSignal = declare(".TRIPS", "动作次数", "number of trips");
        this.demandsSignal = declare(".DEMANDS", "要求次数", "number of demands");
        this.testSignal = declare(".TEST", "测试中的原因", "cause under test");
    }

    private int declare(String suffix, String zh, String en) {
        String id = definition.id();
        return present() ? board.declare(id + suffix, "", new LocalText(id + " " + zh, id + " " + en)) : -1;
    }

    boolean present() {
        return definition.options().register();
    }

    /** Notes whether enough causes are ripe, and what came of it. */
    void demand(boolean now, boolean bypassed, boolean tripped, CauseWatch cause) {
        if (!present()) {
            return;
        }
        if (now && !demanded) {
            demands++;
            if (bypassed && !tripped) {
                InterlockDefinition.Cause completed = cause.cause();
                events.raise(new InterlockDemand(definition.id(), completed.id(), cause.value(), completed.limit()));
            }
        }
        demanded = now;
    }

    void trip() {
        trips++;
    }

    void begin(int cause) {
        tested = cause;
        testTicks = 0;
    }

    /** Carries a proof test on: the cause is taken as there until its delay is over. */
    void test(CauseWatch[] causes) {
        if (tested == 0) {
            return;
        }
        testTicks++;
        CauseWatch cause = causes[tested - 1];
        if (cause.ripeAfter(testTicks)) {
            events.raise(new ProofTested(definition.id(), cause.cause().id(), cause.able(), testTicks * tickSeconds));
            tested = 0;
        }
    }

    void publish() {
        if (present()) {
            board.set(tripsSignal, trips);
            board.set(demandsSignal, demands);
            board.set(testSignal, tested);
        }
    }

    @Override
    public void save(StateWriter writer) {
        if (present()) {
            writer.writeInt(trips);
            writer.writeInt(demands);
            writer.writeBoolean(demanded);
            writer.writeInt(tested);
            writer.writeLong(testTicks);
        }
    }

    @Override
    public void restore(StateReader reader) {
        if (present()) {
            trips = reader.readInt();
            demands = reader.readInt();
            demanded = reader.readBoolean();
            tested = reader.readInt();
            testTicks = reader.readLong();
        }
    }
}
