package org.openots.instructor.session;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * A recorded run that can be played again as it would have gone with some of its inputs left out. Nothing of it is a record of
 * anybody. For one thread.
 */
public final class RunWhatIf {
    private final RunSpec spec;
    private final List<RunInput> inputs;
    private final long end;
    private final RunEngineFactory engines;
    private final RunScorerFactory scorers;

    /**
     * Prepares it.
     *
     * @param spec what is fixed about the run
     * @param inputs all that had an influence on it, sorted by tick
     * @param end the tick at which it ended
     * @param engines builds engines
     * @param scorers builds scorers
     * @throws OtsException if the run was measured at a rig, which cannot be played again
     */
    public RunWhatIf(
            RunSpec spec, List<RunInput> inputs, long end, RunEngineFactory engines, RunScorerFactory scorers) {
        if (spec.measured()) {
            throw new OtsException(StationError.RIG_BRANCH, spec.id());
        }
        this.spec = spec;
        this.inputs = List.copyOf(inputs);
        this.end = end;
        this.engines = engines;
        this.scorers = scorers;
    }

    /**
     * What came of it.
     *
     * @param events all events, oldest first
     * @param score points at the end, 0..100
     * @param time model time of the end, s
     * @param stateHash digest of the state at the end
     */
    public record Outcome(List<RunEvent> events, double score, double time, String stateHash) {
        /** Freezes the events. */
        public Outcome {
            events = List.copyOf(events);
        }
    }

    /**
     * What had an influence on the run.
     *
     * @return sorted by tick
     */
    public List<RunInput> inputs() {
        return inputs;
    }

    /**
     * What is fixed about the run.
     *
     * @return its first event
     */
    public RunSpec spec() {
        return spec;
    }

    /**
     * The run as it was.
     *
     * @return what came of it
     */
    public Outcome actual() {
        return without(List.of());
    }

    /**
     * The run without some of its inputs.
     *
     * @param dropped inputs of the run, recognised as the same objects
     * @return what comes of it
     */
    public Outcome without(Collection<RunInput> dropped) {
        return play(except(dropped));
    }

    /**
     * The run with nothing but some of its inputs.
     *
     * @param kept inputs of the run, recognised as the same objects
     * @return what comes of it
     */
    public Outcome only(Collection<RunInput> kept) {
        Set<RunInput> stays = same(kept);
        return play(inputs.stream().filter(stays::contains).toList());
    }

    /**
     * Looks at the end of the run without some of its inputs: its trends and events hold all that came before.
     *
     * @param <T> type of the answer
     * @param dropped inputs of the run, recognised as the same objects
     * @param question must not keep the run
     * @return the answer
     */
    public <T> T look(Collection<RunInput> dropped, Function<RunInspection, T> question) {
        return question.apply(new RunInspection(played(except(dropped)), ""));
    }

    private List<RunInput> except(Collection<RunInput> dropped) {
        Set<RunInput> gone = same(dropped);
        return inputs.stream().filter(input -> !gone.contains(input)).toList();
    }

    /** The same objects: two operations can be equal in all they say. */
    private static Set<RunInput> same(Collection<RunInput> chosen) {
        Set<RunInput> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(chosen);
        return same;
    }

    private Outcome play(List<RunInput> chosen) {
        RunCore core = played(chosen);
        return new Outcome(
                core.events().all(),
                core.score(),
                core.engine().time(),
                core.engine().stateHash());
    }

    private RunCore played(List<RunInput> chosen) {
        // an order that is gone is not taken back either
        Set<String> armed = new HashSet<>();
        chosen.forEach(input -> {
            if (input instanceof RunInput.Armed order) {
                armed.add(order.order().key());
            }
        });
        List<RunInput> played = chosen.stream()
                .filter(input -> !(input instanceof RunInput.Withdrawn back) || armed.contains(back.key()))
                .toList();
        RunCore core = new RunCore(spec, engines, scorers);
        core.replay(played, end);
        core.close();
        return core;
    }
}
