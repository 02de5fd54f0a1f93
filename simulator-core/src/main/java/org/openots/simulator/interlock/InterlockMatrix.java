package org.openots.simulator.interlock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Hold;
import org.openots.simulator.operation.Holdable;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * The cause-and-effect matrix: scans the interlocks in the order of the pack, keeps the first-out, and holds the final
 * elements of every tripped row in their safe states. Target {@code TRIPS}, verb reset, resets every trip whose cause is
 * gone. Publishes {@code TRIPS}, the number of latched trips.
 */
public final class InterlockMatrix implements Operable, Stateful {
    /** Target and signal of all trips. */
    public static final String TRIPS = "TRIPS";

    private final List<Interlock> interlocks;
    private final Interlock[] scanned;
    private final Row[] rows;
    private final SignalBoard board;
    private final int trips;

    /**
     * Takes the interlocks and declares the common signal.
     *
     * @param interlocks in the order of the pack
     * @param elements what can be held; what the effects name must be among them
     * @param board holds the signals
     */
    public InterlockMatrix(List<Interlock> interlocks, Collection<? extends Holdable> elements, SignalBoard board) {
        this.interlocks = List.copyOf(interlocks);
        this.scanned = interlocks.toArray(Interlock[]::new);
        this.board = board;
        List<Row> acting = new ArrayList<>();
        for (Holdable element : elements) {
            Row row = new Row(element, this.interlocks);
            if (row.acting.length > 0) {
                acting.add(row);
            }
        }
        this.rows = acting.toArray(Row[]::new);
        this.trips = board.declare(TRIPS, "", new LocalText("已动作联锁数", "latched trips"));
    }

    /** One scan: causes, trips, and how many of them hold each final element. */
    public void scan() {
        boolean clear = count() == 0;
        for (Interlock interlock : scanned) {
            interlock.scan(clear);
            clear &= !interlock.tripped();
        }
        for (Row row : rows) {
            row.scan();
        }
        publish();
    }

    /** Publishes all signals without scanning. */
    public void publish() {
        for (Interlock interlock : scanned) {
            interlock.publish();
        }
        board.set(trips, count());
    }

    /**
     * The interlocks.
     *
     * @return in the order of the pack
     */
    public List<Interlock> interlocks() {
        return interlocks;
    }

    @Override
    public String target() {
        return TRIPS;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("reset", VerbRule.PLAIN);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        int before = count();
        if (before == 0) {
            return Refusal.because(AutomationError.NOT_TRIPPED, TRIPS);
        }
        for (Interlock interlock : interlocks) {
            if (interlock.resettable()) {
                interlock.reset();
            }
        }
        return count() == before ? Refusal.because(AutomationError.NO_TRIP_RESET, before) : Optional.empty();
    }

    @Override
    public void save(StateWriter writer) {
        interlocks.forEach(interlock -> interlock.save(writer));
    }

    @Override
    public void restore(StateReader reader) {
        interlocks.forEach(interlock -> interlock.restore(reader));
    }

    private int count() {
        int count = 0;
        for (Interlock interlock : scanned) {
            count += interlock.tripped() ? 1 : 0;
        }
        return count;
    }

    /** One thing that is held, with the interlocks that act on it and how each of them holds it. */
    private static final class Row {
        private final Holdable element;
        private final Interlock[] acting;
        private final Hold[] holds;

        Row(Holdable element, List<Interlock> interlocks) {
            this.element = element;
            List<Interlock> found = new ArrayList<>();
            List<Hold> how = new ArrayList<>();
            for (Interlock interlock : interlocks) {
                for (InterlockDefinition.Effect effect : interlock.definition().effects()) {
                    if (effect.element().equals(element.tag()) && !found.contains(interlock)) {
                        found.add(interlock);
                        how.add(effect.hold());
                    }
                }
            }
            this.acting = found.toArray(Interlock[]::new);
            this.holds = how.toArray(Hold[]::new);
        }

        void scan() {
            int count = 0;
            Hold taken = null;
            for (int i = 0; i < acting.length; i++) {
                if (acting[i].tripped()) {
                    count++;
                    taken = taken == null || holds[i].kind() == Hold.Kind.SAFE ? holds[i] : taken;
                }
            }
            if (taken != null) {
                element.take(taken);
            }
            element.hold(count);
        }
    }
}
