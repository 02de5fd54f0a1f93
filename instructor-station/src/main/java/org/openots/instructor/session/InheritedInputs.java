package org.openots.instructor.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.simulator.operation.Command;

/** The parts of a first event that hold inputs: what a branch took along from its origin, and what a scenario orders. */
final class InheritedInputs {
    private InheritedInputs() {}

    static void write(ObjectNode body, RunOrigin origin) {
        body.put("run", origin.run())
                .put("tick", origin.tick())
                .put("tickSeconds", origin.tickSeconds())
                .put("head", origin.head());
        write(body.putArray("inputs"), origin.inputs());
    }

    static void write(ArrayNode list, List<RunInput> inputs) {
        for (RunInput input : inputs) {
            write(list.addObject(), input);
        }
    }

    private static void write(ObjectNode node, RunInput input) {
        node.put("tick", input.tick());
        if (input instanceof RunInput.Operated operated) {
            Command command = operated.command();
            node.put("kind", RunEvents.COMMAND)
                    .put("sequence", command.sequence())
                    .put("target", command.target())
                    .put("verb", command.verb())
                    .put("value", command.value())
                    .put("text", command.text());
            if (operated.privileged()) {
                node.put("privileged", true);
            }
        } else if (input instanceof RunInput.Armed armed) {
            node.put("kind", RunEvents.FAULT_ARMED);
            RunCodec.order(node, armed.order());
        } else if (input instanceof RunInput.Withdrawn withdrawn) {
            node.put("kind", RunEvents.FAULT_WITHDRAWN).put("key", withdrawn.key());
        } else {
            throw new OtsException(StationError.RIG_BRANCH, input.tick());
        }
    }

    static RunOrigin read(EventBody body) {
        return new RunOrigin(
                body.text("run"), body.tick("tick"), body.number("tickSeconds"), body.text("head"), inputs(body));
    }

    static List<RunInput> inputs(EventBody body) {
        List<RunInput> inputs = new ArrayList<>();
        for (EventBody item : body.items("inputs")) {
            inputs.add(input(item));
        }
        return inputs;
    }

    private static RunInput input(EventBody item) {
        return switch (item.text("kind")) {
            case RunEvents.COMMAND -> RunCodec.operated(item);
            case RunEvents.FAULT_ARMED -> new RunInput.Armed(item.tick("tick"), RunCodec.order(item));
            case RunEvents.FAULT_WITHDRAWN -> new RunInput.Withdrawn(item.tick("tick"), item.text("key"));
            default -> throw item.unknownKind();
        };
    }
}
