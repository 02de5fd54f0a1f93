package org.openots.instructor.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.RunInput;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunStory;
import org.openots.simulator.fault.EventOrders;
import org.openots.simulator.operation.Command;

/** Makes a scenario of what an instructor did to a run: each of his inputs that still counts becomes an event. */
final class ScenarioRecorder {
    private static final String OVERRIDE = "@";
    private static final double MILLI = 1000;

    private final double tickSeconds;
    private final List<EventOrders.Span> spans;
    private final BiPredicate<String, String> takesValue;
    private final Map<String, Scenario.Event> events = new LinkedHashMap<>();

    /** Reads runs of a plant: its tick, what can be disturbed, and whether a verb of a target takes a number. */
    ScenarioRecorder(double tickSeconds, List<EventOrders.Span> spans, BiPredicate<String, String> takesValue) {
        this.tickSeconds = tickSeconds;
        this.spans = spans;
        this.takesValue = takesValue;
    }

    /** The scenario of a run. */
    Scenario of(RunStory story) {
        RunSpec spec = story.spec();
        if (spec.measured()) {
            throw new OtsException(ScenarioError.MEASURED_RUN, spec.id());
        }
        for (RunInput input : story.inputs()) {
            take(input);
        }
        List<Scenario.Event> sorted = new ArrayList<>(events.values());
        sorted.sort(Comparator.comparingDouble(event -> event.trigger().atSeconds()));
        List<Scenario.Event> named = new ArrayList<>();
        for (Scenario.Event event : sorted) {
            named.add(
                    new Scenario.Event("e" + (named.size() + 1), event.action(), event.trigger(), event.endSeconds()));
        }
        return new Scenario(
                "S-" + spec.id(),
                1,
                new LocalText("运行 " + spec.id() + " 中教师的操作", "What the instructor did in run " + spec.id()),
                Optional.empty(),
                spec.plant(),
                spec.initialCondition(),
                Optional.of(spec.task()),
                named.size() > ScenarioReader.MOST_EVENTS ? named.subList(0, ScenarioReader.MOST_EVENTS) : named);
    }

    private double seconds(long tick) {
        return Math.round(tick * tickSeconds * MILLI) / MILLI;
    }

    private void take(RunInput input) {
        if (input instanceof RunInput.Armed armed) {
            FaultOrder order = armed.order();
            Scenario.Trigger trigger = new Scenario.Trigger(
                    seconds(armed.tick()) + order.delaySeconds(), order.when(), order.holdSeconds());
            events.put(order.key(), new Scenario.Event("e1", action(order), trigger, Optional.empty()));
        } else if (input instanceof RunInput.Withdrawn withdrawn) {
            withdraw(withdrawn);
        } else if (input instanceof RunInput.Operated operated && operated.privileged()) {
            operate(operated.command());
        }
    }

    private void operate(Command command) {
        Optional<Double> value =
                takesValue.test(command.target(), command.verb()) ? Optional.of(command.value()) : Optional.empty();
        events.put(
                "c" + command.sequence(),
                new Scenario.Event(
                        "e1",
                        new Scenario.Remote(command.target(), command.verb(), value),
                        new Scenario.Trigger(seconds(command.tick()), "", 0),
                        Optional.empty()));
    }

    /** An order taken back before it began leaves nothing; one that acted ends then. */
    private void withdraw(RunInput.Withdrawn withdrawn) {
        Scenario.Event event = events.get(withdrawn.key());
        if (event == null) {
            return;
        }
        double end = seconds(withdrawn.tick());
        boolean momentary = event.action() instanceof Scenario.Remote || event.action() instanceof Scenario.Message;
        if (end <= event.trigger().atSeconds()) {
            events.remove(withdrawn.key());
        } else if (!momentary) {
            events.put(
                    withdrawn.key(), new Scenario.Event(event.id(), event.action(), event.trigger(), Optional.of(end)));
        }
    }

    private Scenario.Action action(FaultOrder order) {
        String id = order.fault();
        Optional<LocalText> message = EventOrders.message(id);
        if (message.isPresent()) {
            return new Scenario.Message(message.get());
        }
        String[] sides = id.substring(1).split("=", 2);
        Optional<Double> value = sides.length < 2 ? Optional.empty() : Optional.of(Double.valueOf(sides[1]));
        int dot = sides[0].lastIndexOf('.');
        if (id.startsWith(OVERRIDE)) {
            return new Scenario.Impairment(
                    sides[0].substring(0, dot), sides[0].substring(dot + 1), value, order.rampSeconds());
        }
        if (id.startsWith(EventOrders.OPERATE)) {
            return new Scenario.Remote(sides[0].substring(0, dot), sides[0].substring(dot + 1), value);
        }
        if (id.startsWith(EventOrders.DISTURB)) {
            String unit = spans.stream()
                    .filter(span -> span.parameter().equals(sides[0]))
                    .map(EventOrders.Span::unit)
                    .findFirst()
                    .orElse("1");
            return new Scenario.Disturbance(sides[0], value.orElse(0.0), unit, order.rampSeconds());
        }
        return new Scenario.Fault(id, order.severity(), order.rampSeconds());
    }
}
