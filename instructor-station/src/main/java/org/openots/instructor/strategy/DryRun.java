package org.openots.instructor.strategy;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.openots.common.error.OtsException;

/**
 * What robots made of a strategy: an expert must solve every task, and who does nothing must not.
 *
 * @param strategy its id
 * @param version of the strategy
 * @param hash of its content
 * @param engine version of the engine
 * @param parts one for each task, in the order of the strategy
 */
public record DryRun(String strategy, int version, String hash, String engine, List<Part> parts) {
    /** Least points of the expert. */
    public static final double EXPERT = 99;
    /** Most points of who does nothing. */
    public static final double IDLE = 5;

    /** Keeps an unmodifiable copy. */
    public DryRun {
        parts = List.copyOf(parts);
    }

    /** Plays strategies with robots. */
    @FunctionalInterface
    public interface Player {
        /**
         * Plays a sound strategy; may take minutes.
         *
         * @param strategy the strategy
         * @param progress told how much is done, 0 to 1
         * @param cancelled asked now and then whether to stop
         * @return what came of it; nothing when it was cancelled
         * @throws OtsException if a robot of the suite cannot be read
         */
        Optional<DryRun> play(Strategy strategy, DoubleConsumer progress, BooleanSupplier cancelled);
    }

    /** What came of a task. */
    public enum Verdict {
        /** The expert solved it and who did nothing did not. */
        PASSED,
        /** There is no robot that can solve it. */
        NO_EXPERT,
        /** The expert did not get enough points in the time. */
        EXPERT_LOW,
        /** Who did nothing got too many points. */
        IDLE_HIGH
    }

    /**
     * A task.
     *
     * @param section of the paper; empty for training
     * @param plant plant id
     * @param task task id
     * @param fault that happens in it; empty for none
     * @param limit time that was given, s of model time
     * @param expert points of the expert; nothing without one
     * @param idle points of who did nothing
     * @param unearned steps and quality items that gave nothing in any run
     * @param silent penalties that were taken in no run
     * @param verdict what came of it
     */
    public record Part(
            String section,
            String plant,
            String task,
            String fault,
            double limit,
            Optional<Double> expert,
            double idle,
            List<String> unearned,
            List<String> silent,
            Verdict verdict) {
        /** Keeps unmodifiable copies. */
        public Part {
            unearned = List.copyOf(unearned);
            silent = List.copyOf(silent);
        }
    }

    /**
     * Whether the strategy can be solved and does not solve itself.
     *
     * @return true when every task passed
     */
    public boolean passed() {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.verdict() == Verdict.PASSED);
    }
}
