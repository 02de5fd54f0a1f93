package org.openots.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.signal.SignalBoard;

/**
 * Loops on a bench: the measurements are signals that a test moves by hand or through a small process. A pump signal
 * stands for the device behind {@code F-1} (flow) and {@code F-2}; {@code L-1} is a master of F-1 in scheme 1 and of F-2
 * in scheme 2, and F-2 follows F-1 in ratio in scheme 1.
 */
final class LoopBench {
    static final double TICK = 0.1;

    final SignalBoard board = new SignalBoard(TICK);
    final List<AutomationEvent> events = new ArrayList<>();
    final ControlLoops loops;

    LoopBench() {
        for (String tag : new String[] {"F-1", "F-2", "L-1"}) {
            board.set(board.declare(tag, "", new LocalText(tag, tag)), 50);
        }
        SchemeDefinition.Link ratio = new SchemeDefinition.Link("F-2", "F-1", new SchemeDefinition.Ratio(0, 5, 1, 2));
        List<SchemeDefinition> schemes = List.of(
                new SchemeDefinition(1, new LocalText("一", "one"), List.of(cascade("F-1"), ratio)),
                new SchemeDefinition(2, new LocalText("二", "two"), List.of(cascade("F-2"))));
        ControlLoops.Definition definition = new ControlLoops.Definition(
                List.of(
                        loop("F-1", 0.5, 8, false, List.of("P-1"), true),
                        loop("F-2", 0.5, 8, false, List.of(), false),
                        loop("L-1", 2, 300, true, List.of(), false)),
                List.of(),
                schemes,
                1);
        this.loops = new ControlLoops(definition, Set.of(), board, events::add, TICK);
        for (String flag : new String[] {"P-1", "P-1.CMD"}) {
            board.set(board.declare(flag, "", new LocalText(flag, flag)), 1);
        }
        loops.resolve(Map.of());
        loops.begin();
        scan();
    }

    private static SchemeDefinition.Link cascade(String slave) {
        return new SchemeDefinition.Link(slave, "L-1", SchemeDefinition.Ratio.NONE);
    }

    private static ControllerDefinition loop(
            String tag, double gain, double integral, boolean direct, List<String> devices, boolean tracks) {
        return new ControllerDefinition(
                tag,
                new LocalText(tag, tag),
                tag,
                new ControllerDefinition.Scale(0, 100, "%"),
                new ControllerDefinition.Tuning(gain, integral, 0, direct),
                new ControllerDefinition.Limits(0, 90, 0, 100, 0, 0),
                new ControllerDefinition.Output(devices, 0, tracks));
    }

    void scan() {
        loops.scan();
    }

    void scan(double seconds) {
        for (long i = Math.round(seconds / TICK); i > 0; i--) {
            scan();
        }
    }

    double value(String signal) {
        return board.value(board.index(signal));
    }

    void set(String signal, double value) {
        board.set(board.index(signal), value);
    }

    Optional<Refusal> order(String tag, String verb, double value) {
        Order order = new Order(tag, verb, value, "", false);
        if (tag.equals(ControlLoops.SCHEME)) {
            return loops.operate(order);
        }
        return loops.controllers().stream()
                .filter(loop -> loop.target().equals(tag))
                .findFirst()
                .orElseThrow()
                .operate(order);
    }

    byte[] save() {
        StateWriter writer = new StateWriter();
        board.save(writer);
        loops.save(writer);
        return writer.toByteArray();
    }

    void restore(byte[] state) {
        StateReader reader = new StateReader(state);
        board.restore(reader);
        loops.restore(reader);
    }
}
