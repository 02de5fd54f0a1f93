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
import org.openots.simulator.actuation.FinalElement;
import org.openots.simulator.operation.AutomationError;
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
    private final List<FinalElement> elements = new ArrayList<>();
    /** For each of the elements the rows that act on it. */
    private final List<List<Interlock>> rows = new ArrayList<>();

    private final SignalBoard board;
    private final int trips;

    /**
     * Takes the interlocks and declares the common signal.
     *
     * @param interlocks in the order of the pack
     * @param elements final elements; those named by effects must be among them
     * @param board holds the signals
     */
    public InterlockMatrix(List<Interlock> interlocks, Collection<FinalElement> elements, SignalBoard board) {
        this.interlocks = List.copyOf(interlocks);
        this.board = board;
        for (FinalElement element : elements) {
            List<Interlock> acting = this.interlocks.stream()
                    .filter(interlock -> acts(interlock, element))
                    .toList();
            if (!acting.isEmpty()) {
                this.elements.add(element);
                this.rows.add(acting);
            }
        }
        this.trips = board.declare(TRIPS, "", new LocalText("已动作联锁数", "latched trips"));
    }

    /** One scan: causes, trips, and how many of them hold each final element. */
    public void scan() {
        boolean clear = count() == 0;
        for (Interlock interlock : interlocks) {
            interlock.scan(clear);
            clear &= !interlock.tripped();
        }
        for (int i = 0; i < elements.size(); i++) {
            int holds = 0;
            for (Interlock interlock : rows.get(i)) {
                holds += interlock.tripped() ? 1 : 0;
            }
            elements.get(i).hold(holds);
        }
        publish();
    }

    /** Publishes all signals without scanning. */
    public void publish() {
        interlocks.forEach(Interlock::publish);
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
        for (Interlock interlock : interlocks) {
            count += interlock.tripped() ? 1 : 0;
        }
        return count;
    }

    private static boolean acts(Interlock interlock, FinalElement element) {
        for (InterlockDefinition.Effect effect : interlock.definition().effects()) {
            if (effect.element().equals(element.tag())) {
                return true;
            }
        }
        return false;
    }
}
