package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.simulator.operation.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run in motion. All methods but {@link #view} and {@link #post} are called on the run's worker only.
 *
 * <p>No tick begins while an input of it is not yet durable: inputs are queued in the engine, appended to the journal,
 * and the tick waits. So whatever an acknowledged state contains can be replayed.
 */
final class LiveRun implements JournalGate.Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    /** Most operations waiting for one run: far above what two hands and a retry can do in one tick. */
    private static final int MOST_WAITING = 64;
    /** Most ticks in one go, so that a fast run does not delay its neighbours on the worker. */
    private static final int MOST_STEPS = 40;
    /** Most wall time caught up after a delay, s: more would make a late run rush. */
    private static final double MOST_DEBT = 1;
    /** Rounding of sums of 0.1 s, s: without it a tick would be late by a whole turn of the worker. */
    private static final double ROUNDING = 1e-9;
    /** Wall time between two published views, ns: screens draw at 2 Hz, so a frame is at most 0.2 s old. */
    private static final long PUBLISH_NANOS = 200_000_000;
    /** Wall time between two attempts to write a failed journal again, ns: a full disk is not emptied within seconds. */
    private static final long REVIVAL_NANOS = 3_000_000_000L;

    private final RunCore core;
    private final RunJournal journal;
    private final JournalGate gate;
    private final Worker worker;
    private final HostSettings settings;
    private final Consumer<LiveRun> snapshotSink;
    private final @Nullable RigRecorder recorder;
    private final Operations operations = new Operations();
    private final FaultOrders faults;
    private final long markTicks;
    private final long snapshotTicks;
    private Pace pace = new Pace(Pace.State.RUNNING, Pace.STATION, 1);
    private boolean closed;
    private @Nullable OtsException broken;
    private double debt;
    private long lastNanos;
    private long publishedNanos;
    private long seenNanos;
    private int connections;
    private long revivalNanos;
    private volatile RunView view;

    LiveRun(
            RunCore core,
            RunJournal journal,
            Worker worker,
            HostSettings settings,
            Consumer<LiveRun> snapshotSink,
            @Nullable RigRecorder recorder) {
        this.core = core;
        this.journal = journal;
        this.gate = new JournalGate(journal, worker, this);
        this.faults = new FaultOrders(core, gate, this::publish);
        this.worker = worker;
        this.settings = settings;
        this.snapshotSink = snapshotSink;
        this.recorder = recorder;
        this.markTicks = core.ticks(1);
        this.snapshotTicks = core.ticks(RunCore.SNAPSHOT_SECONDS);
        this.lastNanos = settings.monotonic().nanos();
        this.seenNanos = lastNanos;
        this.revivalNanos = lastNanos - REVIVAL_NANOS;
        this.view = makeView();
    }

    /** Continues a story after a restart of the station: held until its owner is back. */
    void continueFrom(RunStory story, long lastSaved) {
        operations.continueFrom(story, core.events().all());
        faults.continueFrom(story);
        gate.saved(lastSaved);
        pace = recorder == null ? story.pace().afterRestart(timeUp()) : untilTimeIsUp();
        debt = recorder == null ? 0 : missed();
        gate.append(
                RunEvents.CONTROL,
                RunCodec.control(core.engine().tick(), "recovered", Pace.STATION, 0),
                null,
                position -> publish());
        publish();
    }

    private Pace untilTimeIsUp() {
        return new Pace(timeUp() ? Pace.State.FROZEN : Pace.State.RUNNING, Pace.STATION, 1);
    }

    /** Time of a rig that went by while the station stood, s: it is part of the run, with nothing known of it. */
    private double missed() {
        double since = (settings.wall().millis() - core.spec().startedAt()) * 1e-3;
        return Math.max(0, since - core.engine().time());
    }

    /** Goes on with what it inherited, before its start is written. */
    void inherit(RunStory story) {
        operations.continueFrom(story, core.events().all());
        faults.continueFrom(story);
    }

    /** Learns what happened before the snapshot it was continued from. */
    void recall(RunStory story, RunCore past) {
        core.recall(past);
        operations.recall(story, core.events().all());
    }

    void started(CompletableFuture<Boolean> ready) {
        gate.append(RunEvents.STARTED, RunCodec.started(core.spec()), ready, position -> {
            publish();
            ready.complete(true);
        });
    }

    /** Leaves the worker and lets the journal go, after the run is closed; callable from any thread. */
    void retire() {
        worker.post(() -> {
            worker.release(this);
            journal.close();
        });
    }

    /** Queues work on the run's worker; callable from any thread. */
    void post(Runnable task) {
        worker.post(task);
    }

    /** The last published view; callable from any thread. */
    RunView view() {
        return view;
    }

    RunCore core() {
        return core;
    }

    RunJournal journal() {
        return journal;
    }

    long saved() {
        return gate.saved();
    }

    boolean closed() {
        return closed;
    }

    /** Whether its journal failed, so that it can only go on from what the journal holds; asked again after a while. */
    boolean wantsRevival() {
        long now = settings.monotonic().nanos();
        boolean wants =
                broken != null && broken.errorCode() == StationError.RUN_STORAGE && now - revivalNanos >= REVIVAL_NANOS;
        revivalNanos = wants ? now : revivalNanos;
        return wants;
    }

    Worker worker() {
        return worker;
    }

    int connections() {
        return connections;
    }

    boolean moving() {
        return pace.state() == Pace.State.RUNNING && !closed;
    }

    // ---- operations -------------------------------------------------------------------------------------------

    void operate(Operation operation, CompletableFuture<CommandOutcome> answer) {
        CompletableFuture<CommandOutcome> before;
        try {
            before = operations.sentBefore(operation);
        } catch (OtsException e) {
            answer.completeExceptionally(e);
            return;
        }
        if (before != null) {
            Answers.follow(before, answer);
            return;
        }
        if (gate.waiting() + operations.waiting() >= MOST_WAITING) {
            answer.completeExceptionally(
                    new OtsException(StationError.RUN_BUSY, core.spec().id(), MOST_WAITING));
            return;
        }
        operations.remember(operation, answer);
        gate.turn(false, answer, () -> accept(operation, answer));
    }

    private void accept(Operation operation, CompletableFuture<CommandOutcome> answer) {
        requireMoving();
        requireValue(operation);
        Command command = operations.next(operation, core.engine().tick());
        core.give(new RunInput.Operated(command, operation.privileged()));
        operations.taken(command, answer);
        gate.append(
                RunEvents.COMMAND,
                RunCodec.command(operation, command),
                answer,
                position -> operations.durable(command));
    }

    private void requireMoving() {
        if (timeUp()) {
            throw new OtsException(
                    StationError.RUN_TIME_UP, core.spec().id(), core.spec().timeLimitSeconds());
        }
        if (pace.state() != Pace.State.RUNNING) {
            throw new OtsException(
                    StationError.RUN_NOT_RUNNING, core.spec().id(), pace.state().text());
        }
    }

    /** A number that was not sent is not a zero: a valve would close, a loop go to manual. */
    private void requireValue(Operation operation) {
        if (Double.isNaN(operation.value()) && core.engine().takesValue(operation.target(), operation.verb())) {
            throw new OtsException(StationError.MISSING_FIELD, "value");
        }
    }

    private boolean timeUp() {
        double limit = core.spec().timeLimitSeconds();
        return limit > 0 && core.engine().time() >= limit;
    }

    /** The orders about faults of this run. */
    FaultOrders faults() {
        return faults;
    }

    // ---- control ----------------------------------------------------------------------------------------------

    void control(Control action, String by, double value, CompletableFuture<Pace> answer) {
        gate.turn(true, answer, () -> {
            ControlRules.check(core.spec(), pace, action, by);
            finishTick();
            switch (action) {
                case FREEZE -> setPace(new Pace(Pace.State.FROZEN, by, pace.speed()), action, value, answer);
                case RUN -> {
                    if (timeUp()) {
                        requireMoving();
                    }
                    seenNanos = settings.monotonic().nanos();
                    setPace(new Pace(Pace.State.RUNNING, by, pace.speed()), action, value, answer);
                }
                case SPEED -> setPace(new Pace(pace.state(), by, value), action, value, answer);
                case REWIND -> {
                    ControlRules.past(value, core.engine().time());
                    rewind(Math.round(value / core.engine().tickSeconds()), by, answer);
                }
                default -> rewind(0, by, answer);
            }
        });
    }

    /** Writes down where somebody stands; a slow disk gets fewer of them. */
    void walk(String by, FieldPose pose) {
        if (!closed && broken == null && gate.open()) {
            gate.appendLater(RunEvents.WALKED, RunCodec.walked(core.engine().tick(), by, pose));
        }
    }

    private void setPace(Pace next, Control action, double value, CompletableFuture<Pace> answer) {
        pace = next;
        debt = 0;
        gate.append(
                RunEvents.CONTROL,
                RunCodec.control(core.engine().tick(), action.word(), next.by(), value),
                answer,
                position -> {
                    publish();
                    answer.complete(next);
                });
        publish();
    }

    private void rewind(long toTick, String by, CompletableFuture<Pace> answer) {
        long target = Math.max(0, Math.min(toTick, core.engine().tick()));
        // an operation taken between the event and the jump would stand in the journal after it with a tick before it
        gate.holdTurns();
        gate.append(RunEvents.REWOUND, RunCodec.rewound(core.engine().tick(), target, by), answer, position -> {
            core.rewind(target);
            broken = null;
            debt = 0;
            publish();
            answer.complete(pace);
        });
    }

    void name(String by, String name, CompletableFuture<NamedSnapshot> answer) {
        gate.turn(false, answer, () -> {
            NamedSnapshot snapshot = new NamedSnapshot(core.engine().tick(), by, name);
            gate.append(RunEvents.SNAPSHOT, RunCodec.snapshot(snapshot), answer, position -> answer.complete(snapshot));
        });
    }

    /** What it takes to stand at a time again, s, as soon as all inputs are durable. */
    void past(double time, CompletableFuture<RunPast> answer) {
        gate.turn(true, answer, () -> answer.complete(core.past(RunSeeker.tick(core, time), journal.head())));
    }

    void close(String by, CompletableFuture<JsonNode> answer) {
        gate.turn(true, answer, () -> {
            finishTick();
            JsonNode body = Closing.of(core, by);
            gate.holdTurns();
            gate.append(RunEvents.CLOSED, body, answer, position -> {
                closed = true;
                gate.failTurns(
                        new OtsException(StationError.RUN_CLOSED, core.spec().id()));
                publish();
                answer.complete(body);
            });
        });
    }

    // ---- presence ---------------------------------------------------------------------------------------------

    void connected(int change) {
        connections = Math.max(0, connections + change);
        seen();
    }

    /** The owner gave a sign of life. */
    void seen() {
        seenNanos = settings.monotonic().nanos();
        if (pace.state() == Pace.State.HELD && broken == null && !closed && !timeUp()) {
            holdOrRelease(Pace.State.RUNNING, "release");
        }
    }

    private void checkPresence(long now) {
        // a rig does not wait for anybody
        boolean gone = recorder == null
                && connections == 0
                && (now - seenNanos) * 1e-9 > core.spec().rules().grace(settings.graceSeconds());
        if (gone && moving() && operations.waiting() == 0 && gate.open()) {
            holdOrRelease(Pace.State.HELD, "hold");
        }
    }

    private void holdOrRelease(Pace.State state, String action) {
        pace = new Pace(state, Pace.STATION, pace.speed());
        debt = 0;
        gate.append(
                RunEvents.CONTROL,
                RunCodec.control(core.engine().tick(), action, Pace.STATION, 0),
                null,
                position -> publish());
        publish();
    }

    // ---- time -------------------------------------------------------------------------------------------------

    /** Lets the run catch up with the clock; called several times a tick. */
    void advance(long now) {
        double elapsed = (now - lastNanos) * 1e-9;
        lastNanos = now;
        checkPresence(now);
        if (moving() && broken == null) {
            double due = debt + elapsed * pace.speed();
            debt = recorder == null ? Math.min(due, MOST_DEBT * Math.max(1, pace.speed())) : due;
            stepWhileDue();
        } else {
            gate.tickDue(false);
        }
        gate.pump();
        if (now - publishedNanos >= PUBLISH_NANOS && moving()) {
            publish();
        }
    }

    private void stepWhileDue() {
        double tickSeconds = core.engine().tickSeconds();
        for (int i = 0; i < MOST_STEPS && debt >= tickSeconds - ROUNDING; i++) {
            if (!gate.open()) {
                gate.tickDue(true);
                return;
            }
            if (recorder != null && !recorder.has(core.engine().tick(), debt / tickSeconds)) {
                measure(recorder, debt / tickSeconds);
                continue;
            }
            settings.lateness().add((debt - tickSeconds) / pace.speed());
            debt -= tickSeconds;
            tick();
            if (!moving() || broken != null) {
                return;
            }
        }
        gate.tickDue(false);
    }

    /** Records what the rig shows at this tick, which begins when that is durable. */
    private void measure(RigRecorder rig, double ticksBehind) {
        long tick = core.engine().tick();
        RigScan scan = rig.record(tick, ticksBehind);
        core.give(new RunInput.Measured(tick, scan));
        gate.append(RunEvents.MEASURED, RunCodec.measured(tick, scan), null, position -> {});
    }

    /** Does the tick some accepted operation waits for, before model time stops. */
    private void finishTick() {
        if (operations.waiting() > 0 && broken == null) {
            tick();
        }
    }

    private void tick() {
        gate.tickDue(false);
        try {
            settle(core.step());
        } catch (RuntimeException e) {
            LOG.error(
                    "engine of run {} failed at tick {}",
                    core.spec().id(),
                    core.engine().tick(),
                    e);
            breakDown(new OtsException(
                    StationError.RUN_FAILED, core.spec().id(), core.engine().tick()));
            return;
        }
        long tick = core.engine().tick();
        if (tick % markTicks == 0 && recorder == null) {
            gate.appendLater(RunEvents.MARK, RunCodec.mark(tick));
        }
        if (tick % snapshotTicks == 0) {
            snapshotSink.accept(this);
        }
        if (timeUp()) {
            pace = new Pace(Pace.State.FROZEN, Pace.STATION, pace.speed());
            gate.append(
                    RunEvents.CONTROL, RunCodec.control(tick, "time-up", Pace.STATION, 0), null, position -> publish());
            publish();
        }
    }

    private void settle(List<RunEvent> events) {
        if (!events.isEmpty()) {
            // whoever hears of an outcome must find it in the view
            publish();
        }
        operations.settle(events);
    }

    // ---- failure ----------------------------------------------------------------------------------------------

    @Override
    public @Nullable OtsException refusal(boolean alone) {
        if (closed) {
            return new OtsException(StationError.RUN_CLOSED, core.spec().id());
        }
        // a failed engine can still be rewound or closed, a failed journal cannot take anything
        boolean hopeless = broken != null && (!alone || broken.errorCode() == StationError.RUN_STORAGE);
        return hopeless ? broken : null;
    }

    @Override
    public OtsException journalFailed(Throwable failure) {
        LOG.error("journal of run {} failed", core.spec().id(), failure);
        OtsException reason =
                new OtsException(StationError.RUN_STORAGE, core.spec().id(), String.valueOf(failure.getMessage()));
        breakDown(reason);
        return reason;
    }

    private void breakDown(OtsException reason) {
        broken = reason;
        pace = new Pace(Pace.State.HELD, Pace.STATION, pace.speed());
        publish();
        operations.fail(reason);
        gate.failTurns(reason);
    }

    // ---- view -------------------------------------------------------------------------------------------------

    private void publish() {
        publishedNanos = settings.monotonic().nanos();
        view = makeView();
    }

    private RunView makeView() {
        return core.view(pace, operations.durable(), closed);
    }
}
