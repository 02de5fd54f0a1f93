package org.openots.instructor.app;

import java.util.ArrayList;
import java.util.List;
import org.openots.instructor.session.RunEngine;
import org.openots.instructor.session.RunEngineFactory;
import org.openots.instructor.session.RunInput;
import org.openots.instructor.session.RunStory;

/** An engine that never was interrupted, given the same inputs as a recorded run. */
final class Twin {
    private final RunEngine engine;

    /** Plays the inputs of a story up to a tick. */
    Twin(RunEngineFactory engines, RunStory story, long untilTick) {
        engine = engines.start(
                story.spec().plant(),
                story.spec().initialCondition(),
                story.spec().seed());
        List<RunInput> inputs = new ArrayList<>(story.inputs());
        while (engine.tick() < untilTick) {
            while (!inputs.isEmpty() && inputs.get(0).tick() == engine.tick()) {
                inputs.remove(0).give(engine);
            }
            engine.step();
        }
        engine.drainEvents();
    }

    /** The digest of its state. */
    String stateHash() {
        return engine.stateHash();
    }

    /** The value of a signal. */
    double value(String signal) {
        double[] values = new double[engine.signals().size()];
        engine.copyValues(values);
        return values[engine.signals().find(signal)];
    }
}
