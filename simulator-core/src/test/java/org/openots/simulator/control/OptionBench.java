package org.openots.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.signal.SignalBoard;

/** Loops with options on a bench: tests add loops and selectors, then move the measurements by hand. */
final class OptionBench {
    static final double TICK = 0.1;
    static final ControllerDefinition.FeedForwardDefinition NO_FEED_FORWARD =
            ControllerDefinition.FeedForwardDefinition.NONE;

    final SignalBoard board = new SignalBoard(TICK);
    final List<AutomationEvent> events = new ArrayList<>();
    private final List<ControllerDefinition> loops = new ArrayList<>();
    private final List<SelectorDefinition> selectors = new ArrayList<>();
    private final List<SchemeDefinition.Link> links = new ArrayList<>();
    private @Nullable ControlLoops built;

    OptionBench measure(String... tags) {
        for (String tag : tags) {
            board.set(board.declare(tag, "", text(tag)), 50);
        }
        return this;
    }

    OptionBench loop(String tag, double gain, double integral, ControllerDefinition.Options options) {
        return loop(tag, new ControllerDefinition.Tuning(gain, integral, 0, false), options);
    }

    OptionBench loop(String tag, ControllerDefinition.Tuning tuning, ControllerDefinition.Options options) {
        loops.add(new ControllerDefinition(
                tag,
                text(tag),
                tag,
                new ControllerDefinition.Scale(0, 100, "%"),
                tuning,
                new ControllerDefinition.Limits(0, 100, 0, 100, 0, 0),
                new ControllerDefinition.Output(List.of(), Double.NaN, false),
                options));
        return this;
    }

    OptionBench selector(String tag, boolean high, String... of) {
        selectors.add(new SelectorDefinition(tag, text(tag), high, List.of(of)));
        return this;
    }

    OptionBench cascade(String slave, String master, SchemeDefinition.Bias bias) {
        links.add(new SchemeDefinition.Link(slave, master, SchemeDefinition.Ratio.NONE, bias));
        return this;
    }

    OptionBench build(String... held) {
        SchemeDefinition scheme = new SchemeDefinition(1, text("one"), links);
        ControlLoops now = new ControlLoops(
                new ControlLoops.Definition(loops, selectors, List.of(scheme), 1),
                Set.of(held),
                board,
                events::add,
                TICK);
        now.resolve(Map.of());
        now.begin();
        now.scan();
        built = now;
        return this;
    }

    private static LocalText text(String tag) {
        return new LocalText(tag, tag);
    }

    static ControllerDefinition.Options options(ControllerDefinition.Algorithm algorithm) {
        return new ControllerDefinition.Options(algorithm, NO_FEED_FORWARD, false);
    }

    Controller controller(String tag) {
        return Objects.requireNonNull(built).controllers().stream()
                .filter(loop -> loop.target().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    void scan() {
        Objects.requireNonNull(built).scan();
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
        return controller(tag).operate(new Order(tag, verb, value, "", false));
    }

    /** First-order process with gain 1 between an output and a measurement, for a time. */
    void follow(String measurement, String output, double lag, double seconds) {
        for (long i = Math.round(seconds / TICK); i > 0; i--) {
            double now = value(measurement);
            set(measurement, now + TICK / lag * (value(output) - now));
            scan();
        }
    }
}
