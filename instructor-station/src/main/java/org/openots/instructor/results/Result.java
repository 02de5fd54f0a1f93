package org.openots.instructor.results;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A run or attempt as it is taken out.
 *
 * @param id of the run or attempt
 * @param kind {@code run} or {@code hazop-task}
 * @param who whose it is
 * @param task what was to be done
 * @param times when, and how long
 * @param score what it was worth; nothing while it is open
 * @param origin what it was made with
 * @param items what each item gave
 */
public record Result(
        String id,
        String kind,
        Who who,
        Task task,
        Times times,
        Optional<Score> score,
        Origin origin,
        List<Mark> items) {
    /** Freezes the list. */
    public Result {
        items = List.copyOf(items);
    }

    /**
     * A person.
     *
     * @param account his account
     * @param name his name
     * @param seat his seat; empty for none
     * @param group his class; empty for none
     */
    public record Who(String account, String name, String seat, String group) {}

    /**
     * What was to be done.
     *
     * @param id of the task
     * @param title its name
     * @param plant its plant
     * @param level word of its level
     * @param certificate code of the certificate; empty for a task that none has
     * @param function id of its main function; empty for none
     * @param functionTitle name of that function; empty for none
     */
    public record Task(
            String id,
            LocalText title,
            String plant,
            String level,
            String certificate,
            String function,
            LocalText functionTitle) {}

    /**
     * When, and how long.
     *
     * @param started epoch milliseconds
     * @param closed epoch milliseconds; 0 while it is open or when nobody knows
     * @param modelSeconds time in the plant, s; NaN when there is none
     */
    public record Times(long started, long closed, double modelSeconds) {}

    /**
     * What it was worth.
     *
     * @param points of 100
     * @param pass points from which on it is passed
     */
    public record Score(double points, double pass) {
        /**
         * Whether it is passed.
         *
         * @return true from the pass mark on
         */
        public boolean passed() {
            return points >= pass;
        }
    }

    /**
     * What it was made with.
     *
     * @param evidence {@code simulated}, {@code recorded}, {@code recorded-virtual} or {@code answered}
     * @param engine version of the engine; empty for none
     * @param plantHash fingerprint of the plant pack; empty for none
     * @param rubricHash fingerprint of what it was scored by
     * @param strategy id and version of the strategy, {@code id@version}; empty for none
     * @param scenario id and version of the scenario; empty for none
     * @param journal digest of its journal; empty when it was not read
     * @param intact whether the journal is in order
     */
    public record Origin(
            String evidence,
            String engine,
            String plantHash,
            String rubricHash,
            String strategy,
            String scenario,
            String journal,
            boolean intact) {}

    /**
     * What an item gave.
     *
     * @param kind {@code step}, {@code quality} or {@code question}
     * @param id its id
     * @param text what was to be done; empty when its id says it
     * @param points full marks
     * @param earned marks
     */
    public record Mark(String kind, String id, LocalText text, double points, double earned) {}
}
