package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.openots.common.signal.SignalTable;

/**
 * What can be read of a run between two ticks; valid only inside {@link SessionHost#inspect} or
 * {@link RunArchive#inspect}.
 */
public final class RunInspection {
    private final RunCore core;
    private final String head;

    RunInspection(RunCore core, String head) {
        this.core = core;
        this.head = head;
    }

    /**
     * The state's digest.
     *
     * @return hexadecimal digits
     */
    public String stateHash() {
        return core.engine().stateHash();
    }

    /**
     * The signals of the run.
     *
     * @return the table
     */
    public SignalTable signals() {
        return core.signals();
    }

    /**
     * The values at the last tick.
     *
     * @return one a signal, with how far it can be trusted
     */
    public Readings readings() {
        return core.readings();
    }

    /**
     * What is seen in the plant beyond the signals.
     *
     * @return effects, defects, and whether equipment was put on
     */
    public FieldSights sights() {
        return core.sights();
    }

    /**
     * When somebody operated a target first, as far as it still counts.
     *
     * @param target of an operation
     * @return model time, s; infinity if nobody did
     */
    public double firstOrdered(String target) {
        return core.firstOrdered(target);
    }

    /**
     * The score as it went.
     *
     * @return by model time in s, the points 0..100; one in ten seconds
     */
    public Map<Double, Double> scores() {
        Map<Double, Double> points = new LinkedHashMap<>();
        core.scores().forEach(point -> points.put(point.time(), point.total()));
        return points;
    }

    /** What it takes to stand at a time again, s. */
    RunPast past(double time) {
        return core.past(RunSeeker.tick(core, time), head);
    }

    /**
     * Ticks done.
     *
     * @return the tick
     */
    public long tick() {
        return core.engine().tick();
    }

    /**
     * Model time since the start of the run.
     *
     * @return seconds
     */
    public double time() {
        return core.engine().time();
    }

    /**
     * Model time of a tick.
     *
     * @return seconds
     */
    public double tickSeconds() {
        return core.engine().tickSeconds();
    }

    /**
     * The score sheet as it stands.
     *
     * @return a new JSON tree
     */
    public JsonNode sheet() {
        return core.sheet();
    }

    /**
     * What the scorer shows while the run goes on: steps with their states.
     *
     * @return a new JSON tree
     */
    public JsonNode progress() {
        return core.progress();
    }

    /**
     * The journal's digest up to the last durable event.
     *
     * @return hexadecimal digits
     */
    public String journalHead() {
        return head;
    }

    /**
     * The events kept in memory.
     *
     * @return the events, oldest first, secret ones included
     */
    public List<RunEvent> events() {
        return core.events().all();
    }

    /**
     * The past of some signals.
     *
     * @param indices signal indices
     * @param from model time, s
     * @param to model time, s
     * @param points most rows of the past, 1 or more; the present instant follows them
     * @return one row an instant: time in s, then one value a signal; oldest first
     */
    public List<Readings> trend(List<Integer> indices, double from, double to, int points) {
        List<Readings> rows = new ArrayList<>();
        for (TrendHistory.Row row : core.history().rows(from, to, points)) {
            rows.add(row(row.time(), indices, row::value));
        }
        double now = core.engine().time();
        boolean newer = rows.isEmpty() || rows.get(rows.size() - 1).get(0) < now;
        if (newer && now >= from && now <= to) {
            rows.add(row(now, indices, core.readings()::get));
        }
        return rows;
    }

    private static Readings row(double time, List<Integer> indices, IntToDoubleFunction value) {
        double[] values = new double[indices.size() + 1];
        values[0] = time;
        for (int i = 0; i < indices.size(); i++) {
            values[i + 1] = value.applyAsDouble(indices.get(i));
        }
        return Readings.copyOf(values);
    }
}
