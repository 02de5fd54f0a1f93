package org.openots.instructor.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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
    /** Whole plays that others begin from, as far as they have the same inputs. */
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(List<RunInput> inputs, RunCore core) {}

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
     * Model time of a tick.
     *
     * @return s
     */
    public double tickSeconds() {
        return kept.isEmpty()
                ? new RunCore(spec, engines, scorers).engine().tickSeconds()
                : kept.get(0).core().engine().tickSeconds();
    }

    /**
     * The tick at which it ended.
     *
     * @return the tick
     */
    public long end() {
        return end;
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
        return kept(inputs);
    }

    /**
     * The run in which nothing was done.
     *
     * @return what comes of it
     */
    public Outcome quiet() {
        return kept(List.of());
    }

    /** Forgets the plays that others begin from; each later question then plays the run from its start. */
    public void rest() {
        kept.clear();
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
     * The run with some of its inputs given earlier or later.
     *
     * @param moved inputs of the run, recognised as the same objects
     * @param ticks by how many ticks, negative for earlier; what would come before the start comes at it
     * @return what comes of it
     */
    public Outcome shifted(Collection<RunInput> moved, long ticks) {
        return play(moved(moved, ticks));
    }

    /**
     * Looks at the end of the run with some of its inputs given earlier or later.
     *
     * @param <T> type of the answer
     * @param moved inputs of the run, recognised as the same objects
     * @param ticks by how many ticks, negative for earlier
     * @param question must not keep the run
     * @return the answer
     */
    public <T> T lookShifted(Collection<RunInput> moved, long ticks, Function<RunInspection, T> question) {
        return question.apply(new RunInspection(played(moved(moved, ticks)), ""));
    }

    private List<RunInput> moved(Collection<RunInput> moved, long ticks) {
        Set<RunInput> chosen = same(moved);
        double tickSeconds = tickSeconds();
        List<RunInput> all = new ArrayList<>();
        inputs.forEach(input -> all.add(chosen.contains(input) ? input.shifted(ticks, tickSeconds) : input));
        all.sort(Comparator.comparingLong(RunInput::tick)); // stable: what stays keeps its order
        return all;
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
        return outcome(played(chosen));
    }

    private static Outcome outcome(RunCore core) {
        return new Outcome(
                core.events().all(),
                core.score(),
                core.engine().time(),
                core.engine().stateHash());
    }

    private Outcome kept(List<RunInput> chosen) {
        for (Kept one : kept) {
            if (one.inputs().equals(chosen)) {
                return outcome(one.core());
            }
        }
        RunCore core = played(chosen);
        kept.add(new Kept(chosen, core));
        return outcome(core);
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
        RunCore core = begun(played);
        core.replay(played, end);
        core.close();
        return core;
    }

    /** A run that stands where the kept play leaves off that has the same inputs for longest. */
    private RunCore begun(List<RunInput> chosen) {
        RunCore from = null;
        long furthest = 0;
        for (Kept one : kept) {
            long same = sameUntil(one.inputs(), chosen);
            if (same > furthest) {
                furthest = same;
                from = one.core();
            }
        }
        return from == null ? new RunCore(spec, engines, scorers) : from.again(Math.min(furthest, end));
    }

    /** The tick before which two lists hold the same inputs. */
    private static long sameUntil(List<RunInput> one, List<RunInput> other) {
        int i = 0;
        while (i < one.size() && i < other.size() && one.get(i).equals(other.get(i))) {
            i++;
        }
        long first = i < one.size() ? one.get(i).tick() : Long.MAX_VALUE;
        return Math.min(first, i < other.size() ? other.get(i).tick() : Long.MAX_VALUE);
    }
}
