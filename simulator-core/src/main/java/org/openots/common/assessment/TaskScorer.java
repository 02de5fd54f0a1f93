package org.openots.common.assessment;

import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

/** Scores one run of a task, tick by tick. A pure function of what it is shown. Not thread-safe. */
public interface TaskScorer {
    /**
     * The scorer of a rubric: by its steps, or by its hidden fault.
     *
     * @param rubric the rubric
     * @param table the plant's signals
     * @return the scorer at the beginning of the task
     * @throws OtsException naming the place in the rubric, if a condition is wrong or names an unknown signal
     */
    static TaskScorer of(Rubric rubric, SignalTable table) {
        return rubric.faultTask()
                .<TaskScorer>map(task -> new FaultTaskScorer(rubric, task, table))
                .orElseGet(() -> new RubricScorer(rubric, table));
    }

    /**
     * What happened in a tick beside what the trainee did.
     *
     * @param faults ids of faults that began
     * @param alarms alarms that changed their state, in order
     */
    record Seen(List<String> faults, List<Alarm> alarms) {
        /** Nothing happened. */
        public static final Seen NOTHING = new Seen(List.of(), List.of());

        /** Keeps unmodifiable copies. */
        public Seen {
            faults = List.copyOf(faults);
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * An alarm that changed its state.
     *
     * @param name of the alarm, for example {@code FI-705.L}
     * @param state the state now, in the word of ISA-18.2 that screens use, for example {@code unack}
     */
    record Alarm(String name, String state) {}

    /**
     * Shows one tick; to be called once for every tick, in order. The first one is the state the task begins in.
     *
     * @param view the signals at the tick; those of the last tick must stay readable until {@link #close}
     * @param commands what the trainee did since the call before, in order
     * @param seen what else happened since
     */
    void observe(SignalView view, List<CommandRecord> commands, Seen seen);

    /** Ends the task: what is not done by now is lost. Without effect when it has ended or never began. */
    void close();

    /**
     * Whether the task has ended.
     *
     * @return true once it has
     */
    boolean closed();

    /**
     * The score as it stands.
     *
     * @return the sheet
     */
    ScoreSheet sheet();

    /**
     * What a trainee still has to operate for a step, for guidance in training.
     *
     * @param step id of the step
     * @return targets; empty when there is nothing to guide to
     */
    List<String> pending(String step);

    /**
     * The part of the score that is about a hidden fault.
     *
     * @return how it was noticed, named and handled; nothing for other tasks
     */
    default Optional<FaultReport> faultReport() {
        return Optional.empty();
    }

    /**
     * Writes what was seen so far.
     *
     * @param writer receives the state
     */
    void save(StateWriter writer);

    /**
     * Goes on from where {@link #save} was called.
     *
     * @param present the signals at the tick the state was saved at; must stay readable until {@link #close}
     * @param reader stands where the state begins
     * @throws OtsException if the state is of another rubric
     */
    void restore(SignalView present, StateReader reader);
}
