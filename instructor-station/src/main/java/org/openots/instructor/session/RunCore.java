package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.text.LocalText;

/**
 * The deterministic part of a run: engine, scorer, the inputs so far, and what is remembered of the past. The same
 * inputs give the same state here whether they come from a student now or from a journal later. Used by one thread at a
 * time; knows no clock.
 */
final class RunCore {
    /** Model time between two snapshots, s: a rewind then replays at most 300 ticks of 0.1 s. */
    static final double SNAPSHOT_SECONDS = 30;

    /** Events shown in a view. */
    private static final int VIEW_EVENTS = 60;

    /** Target of the order to put equipment on, and the signal that it is the right one. */
    private static final String EQUIPMENT = "PPE";

    private final RunSpec spec;
    private final RunEngineFactory engines;
    private final RunScorerFactory scorers;
    private final RunInputs inputs = new RunInputs();
    private final SnapshotRing snapshots = new SnapshotRing();
    private final TrendHistory history = new TrendHistory();
    private final EventLog events = new EventLog();
    private final ScoreCurve scores = new ScoreCurve();
    private final double[] values;
    private final SignalView view;
    private final long snapshotTicks;
    private final long curveTicks;
    private RunEngine engine;
    private RunScorer scorer;
    private long knownFrom;

    RunCore(RunSpec spec, RunEngineFactory engines, RunScorerFactory scorers) {
        this.spec = spec;
        this.engines = engines;
        this.scorers = scorers;
        this.engine = engines.start(spec.plant(), spec.initialCondition(), spec.seed());
        this.scorer = scorers.start(spec.task(), engine.signals());
        this.values = new double[engine.signals().size()];
        this.snapshotTicks = ticks(SNAPSHOT_SECONDS);
        this.curveTicks = ticks(ScoreCurve.SECONDS);
        this.view = new Present();
        engine.copyValues(values);
        if (!(engine instanceof MeasuredEngine)) {
            // nothing is known of a measured plant before its first scan
            scorer.observe(view, List.of());
        }
        history.add(engine.time(), values);
        keepSnapshot();
    }

    /** Gives an input to the engine; it must carry the present tick. Throws what the engine throws. */
    void give(RunInput input) {
        if (!inputs.takesBack(input)) {
            input.give(engine);
            inputs.take(input);
        }
    }

    /** All faults ordered, those too that come again after going back. */
    List<FaultStatus> faults() {
        List<FaultStatus> all = new ArrayList<>(engine.faults());
        inputs.faultsAhead().forEach(order -> all.add(new FaultStatus(order, "armed", 0)));
        return all;
    }

    /** What is seen in the plant beyond the readings. */
    FieldSights sights() {
        int worn = engine.signals().find(EQUIPMENT);
        boolean equipped = (worn != SignalTable.NONE && values[worn] > 0.5) || inputs.firstOrdered(EQUIPMENT) >= 0;
        return new FieldSights(engine.fieldEffects(), engine.visibleDefects(), equipped);
    }

    /** When somebody operated a target first, s; infinity if nobody did. */
    double firstOrdered(String target) {
        long tick = inputs.firstOrdered(target);
        return tick < 0 ? Double.POSITIVE_INFINITY : tick * engine.tickSeconds();
    }

    /** Does one tick and returns its events. */
    List<RunEvent> step() {
        inputs.due(engine.tick()).forEach(input -> input.give(engine));
        engine.step();
        engine.copyValues(values);
        List<RunEvent> happened =
                engine.drainEvents().stream().map(RunCore::attributed).toList();
        scorer.observe(view, ofTrainee(happened));
        events.add(happened);
        history.add(engine.time(), values);
        if (engine.tick() % curveTicks == 0) {
            scores.add(engine.time(), scorer.total());
        }
        if (engine.tick() % snapshotTicks == 0) {
            keepSnapshot();
        }
        return happened;
    }

    /** What an instructor does in the field is his secret. */
    private static RunEvent attributed(RunEvent event) {
        return event.sequence() > Operation.REMOTE ? event.hidden() : event;
    }

    /** The events that count as the trainee's doing or his plant's. */
    private static List<RunEvent> ofTrainee(List<RunEvent> events) {
        boolean all = events.stream().noneMatch(event -> event.sequence() > Operation.REMOTE);
        return all
                ? events
                : events.stream()
                        .filter(event -> event.sequence() <= Operation.REMOTE)
                        .toList();
    }

    /** Plays recorded inputs (sorted by tick) up to a tick. */
    void replay(List<RunInput> recorded, long untilTick) {
        inputs.set(recorded, engine.tick());
        while (engine.tick() < untilTick) {
            step();
        }
    }

    /**
     * Goes back to a tick not after the present one; operations from that tick on no longer count, the instructor's orders
     * come again.
     */
    void rewind(long tick) {
        inputs.rewind(tick, true);
        snapshots.dropAfter(tick);
        engine = engines.start(spec.plant(), spec.initialCondition(), spec.seed());
        scorer = scorers.start(spec.task(), engine.signals());
        restore(snapshots.atOrBefore(tick));
        knownFrom = engine.tick() < knownFrom ? 0 : knownFrom;
        history.truncate(engine.time());
        scores.truncate(engine.time());
        replay(inputs.all(), tick);
        events.add(List.of(rewoundEvent()));
    }

    /**
     * Jumps to a snapshot made by an earlier life of the station, before any step is done here. What came before is not
     * known then, until {@link #recall}.
     *
     * @throws OtsException if the snapshot is of another plant or rubric
     */
    void resume(Snapshot snapshot) {
        restore(snapshot);
        knownFrom = engine.tick();
        history.truncate(-1);
        history.add(engine.time(), values);
        snapshots.add(snapshot);
    }

    /** What it takes to stand at a tick again, one not after the present, elsewhere. */
    RunPast past(long tick, String head) {
        RunInputs until = new RunInputs();
        until.set(inputs.all(), engine.tick());
        until.rewind(tick, true);
        double seconds = engine.tickSeconds();
        long from = snapshots.atOrBefore(tick).tick();
        return new RunPast(
                spec,
                new RunOrigin(spec.id(), tick, seconds, head, until.all()),
                snapshots.until(tick),
                history.until(from * seconds),
                events.until(from),
                scores.until(from * seconds),
                knownFrom);
    }

    /** A run that stands where the past of another one ends. */
    static RunCore standing(RunPast past, RunSpec spec, RunEngineFactory engines, RunScorerFactory scorers) {
        RunCore core = new RunCore(spec, engines, scorers);
        RunOrigin origin = past.origin();
        core.restore(past.snapshots().atOrBefore(origin.tick()));
        core.history.truncate(-1);
        core.history.precede(past.history());
        core.events.precede(past.events());
        core.scores.precede(past.scores());
        core.snapshots.precede(past.snapshots());
        core.knownFrom = core.engine.tick() < past.knownFrom() ? 0 : past.knownFrom();
        core.replay(origin.inputs(), origin.tick());
        return core;
    }

    /** The same run at its last snapshot before a tick, to be played on from there with other inputs. */
    RunCore again(long tick) {
        Snapshot snapshot = snapshots.atOrBefore(tick);
        double time = snapshot.tick() * engine.tickSeconds();
        RunCore core = new RunCore(spec, engines, scorers);
        core.restore(snapshot);
        core.history.truncate(-1);
        core.history.precede(history.until(time));
        core.events.precede(events.until(snapshot.tick()));
        core.scores.precede(scores.until(time));
        return core;
    }

    private void restore(Snapshot snapshot) {
        engine.restoreState(snapshot.engine());
        engine.copyValues(values);
        scorer.restoreState(view, snapshot.scorer());
    }

    /** The tick from which trends, events and snapshots are complete: 0, or the tick of the resumed snapshot. */
    long knownFrom() {
        return knownFrom;
    }

    /**
     * Takes over the past before the resumed snapshot from a replay of the same run that stands at its tick. Without
     * effect when the run has gone back before that tick, and so has seen its past again.
     */
    void recall(RunCore past) {
        if (past.engine.tick() == knownFrom) {
            history.precede(past.history);
            events.precede(past.events);
            scores.precede(past.scores);
            snapshots.precede(past.snapshots);
            knownFrom = 0;
        }
    }

    Snapshot snapshot() {
        return new Snapshot(engine.tick(), engine.saveState(), scorer.saveState());
    }

    private void keepSnapshot() {
        snapshots.add(snapshot());
    }

    private RunEvent rewoundEvent() {
        return new RunEvent(
                engine.tick(),
                engine.time(),
                RunEvents.REWOUND,
                "",
                RunEvent.NO_COMMAND,
                "",
                new LocalText("回到 " + Math.round(engine.time()) + " s", "Back to " + Math.round(engine.time()) + " s"),
                java.util.Map.of(),
                false);
    }

    /** How many ticks a model time has, s. */
    final long ticks(double seconds) {
        return Math.max(1, Math.round(seconds / engine.tickSeconds()));
    }

    /**
     * Ends the task; what is not done by now is lost. The engine stays where it is; an order given since the last tick reaches it
     * still, in a replay as in the run itself.
     */
    void close() {
        inputs.due(engine.tick()).forEach(input -> input.give(engine));
        scorer.close();
    }

    RunSpec spec() {
        return spec;
    }

    RunEngine engine() {
        return engine;
    }

    SignalTable signals() {
        return engine.signals();
    }

    Readings readings() {
        return engine instanceof MeasuredEngine measured ? measured.readings() : Readings.copyOf(values);
    }

    TrendHistory history() {
        return history;
    }

    EventLog events() {
        return events;
    }

    List<ScoreCurve.Point> scores() {
        return scores.points();
    }

    JsonNode progress() {
        return scorer.progress();
    }

    /**
     * The score sheet; that of a measured run says that it rests on a record and cannot be simulated again, that of a
     * branch where it comes from and that it is no record.
     */
    JsonNode sheet() {
        JsonNode sheet = scorer.sheet();
        if (sheet instanceof ObjectNode object) {
            if (spec.measured()) {
                object.put("evidence", "recorded");
            }
            spec.origin()
                    .ifPresent(origin -> object.put("record", false)
                            .putObject("branchOf")
                            .put("run", origin.run())
                            .put("time", origin.time()));
        }
        return sheet;
    }

    double score() {
        return scorer.total();
    }

    /** The run at this instant. */
    RunView view(Pace pace, long saved, boolean closed) {
        return new RunView(
                spec,
                signals(),
                engine.tick(),
                engine.time(),
                readings(),
                pace,
                saved,
                engine.alarms(),
                engine.alarmSound(),
                progress(),
                score(),
                events.latest(VIEW_EVENTS),
                events.count(),
                faults(),
                sights(),
                closed);
    }

    private final class Present implements SignalView {
        @Override
        public long tick() {
            return engine.tick();
        }

        @Override
        public double time() {
            return engine.time();
        }

        @Override
        public double value(int index) {
            return values[index];
        }
    }
}
