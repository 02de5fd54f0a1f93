package org.openots.instructor.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openots.common.unit.Units;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.RunInput;
import org.openots.instructor.session.RunScenario;
import org.openots.simulator.fault.EventOrders;

/** What a scenario orders of a run. */
final class ScenarioOrders {
    private static final double LARGEST_WHOLE = 1e15;

    private ScenarioOrders() {}

    /** The order of an event, its key the event's id. */
    static FaultOrder order(Scenario.Event event) {
        Scenario.Action action = event.action();
        Scenario.Trigger trigger = event.trigger();
        return new FaultOrder(
                event.id(),
                what(action),
                action.severity(),
                action.rampSeconds(),
                trigger.atSeconds(),
                trigger.when(),
                trigger.holdSeconds());
    }

    private static String what(Scenario.Action action) {
        if (action instanceof Scenario.Fault fault) {
            return fault.fault();
        }
        if (action instanceof Scenario.Impairment one) {
            return "@" + one.tag() + "." + one.override() + number(one.value());
        }
        if (action instanceof Scenario.Remote one) {
            return EventOrders.OPERATE + one.target() + "." + one.verb() + number(one.value());
        }
        if (action instanceof Scenario.Disturbance one) {
            double value = Units.of(one.unit()).toSi(one.value());
            return EventOrders.DISTURB + one.parameter() + "=" + plain(value);
        }
        Scenario.Message message = (Scenario.Message) action;
        return EventOrders.TELL + message.text().zh() + "\n" + message.text().en();
    }

    private static String number(Optional<Double> value) {
        return value.map(number -> "=" + plain(number)).orElse("");
    }

    /** As people write it: a whole number without a decimal point. */
    private static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** A version as what a run begins with. */
    static RunScenario of(ScenarioVersion version, String by, double tickSeconds) {
        List<RunInput> inputs = new ArrayList<>();
        for (Scenario.Event event : version.document().events()) {
            inputs.add(new RunInput.Armed(0, order(event)));
            event.endSeconds()
                    .ifPresent(end -> inputs.add(new RunInput.Withdrawn(Math.round(end / tickSeconds), event.id())));
        }
        inputs.sort(Comparator.comparingLong(RunInput::tick));
        return new RunScenario(version.document().id(), version.document().version(), version.hash(), by, inputs);
    }
}
