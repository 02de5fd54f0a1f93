package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What can be read of a run between two ticks; valid only inside {@link SessionHost#inspect}. */
public final class RunInspection {
    private final LiveRun run;

    RunInspection(LiveRun run) {
        this.run = run;
    }

    /**
     * The state's digest.
     *
     * @return hexadecimal digits
     */
    public String stateHash() {
        return run.core().engine().stateHash();
    }

    /**
     * Ticks done.
     *
     * @return the tick
     */
    public long tick() {
        return run.core().engine().tick();
    }

    /**
     * The score sheet as it stands.
     *
     * @return a new JSON tree
     */
    public JsonNode sheet() {
        return run.core().sheet();
    }

    /**
     * The journal's digest up to the last durable event.
     *
     * @return hexadecimal digits
     */
    public String journalHead() {
        return run.journal().head();
    }

    /**
     * The events kept in memory.
     *
     * @return the events, oldest first, secret ones included
     */
    public List<RunEvent> events() {
        return run.core().events().all();
    }

    /**
     * The past of some signals.
     *
     * @param indices signal indices
     * @param from model time, s
     * @param to model time, s
     * @param points most rows, 1 or more
     * @return one row an instant: time in s, then one value a signal; oldest first
     */
    public List<Readings> trend(List<Integer> indices, double from, double to, int points) {
        return run.core().history().rows(from, to, points).stream()
                .map(row -> {
                    double[] values = new double[indices.size() + 1];
                    values[0] = row.time();
                    for (int i = 0; i < indices.size(); i++) {
                        values[i + 1] = row.value(indices.get(i));
                    }
                    return Readings.copyOf(values);
                })
                .toList();
    }
}
