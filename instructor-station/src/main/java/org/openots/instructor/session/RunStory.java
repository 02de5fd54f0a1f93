package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * What a journal says about a run: the inputs that still count, how far it certainly went, and how it ended. Rewound
 * inputs are left out here and stay in the journal.
 */
public final class RunStory {
    private final RunSpec spec;
    private final RunInputs inputs = new RunInputs();
    private final Map<String, Long> sequenceByCid = new LinkedHashMap<>();
    private final List<NamedSnapshot> snapshots = new ArrayList<>();
    private final List<Walk> walks = new ArrayList<>();
    private long resumeTick;
    private long lastSequence;
    private long lastRemote = Operation.REMOTE;
    private long lastRewindSequence = -1;
    private int faultKeys;
    private Pace pace = new Pace(Pace.State.RUNNING, Pace.STATION, 1);
    private @Nullable JsonNode closing;

    private RunStory(RunSpec spec) {
        this.spec = spec;
        spec.scenario().ifPresent(scenario -> inputs.set(scenario.inputs(), 0));
        spec.origin().ifPresent(this::inherit);
    }

    /** The story of a run that has just begun: what a branch or a scenario gives it. */
    static RunStory begun(RunSpec spec) {
        return new RunStory(spec);
    }

    private void inherit(RunOrigin origin) {
        inputs.set(origin.inputs(), origin.tick());
        resumeTick = origin.tick();
        for (RunInput input : origin.inputs()) {
            if (input instanceof RunInput.Operated operated) {
                count(operated.command().sequence());
            }
            if (input instanceof RunInput.Armed armed) {
                faultKeys = Math.max(faultKeys, FaultOrders.number(armed.order().key()));
            }
        }
    }

    /**
     * Reads a journal.
     *
     * @param run run id, for messages
     * @param journal its events, oldest first
     * @return the story
     * @throws OtsException if the first event is not a start of this run or is of another format version, or an event is
     *     of a kind or has a field this version does not know
     */
    public static RunStory of(String run, List<JournalEvent> journal) {
        if (journal.isEmpty() || !journal.get(0).kind().equals(RunEvents.STARTED)) {
            throw new OtsException(StationError.JOURNAL_DAMAGED, run, "no " + RunEvents.STARTED);
        }
        JsonNode first = journal.get(0).body();
        String format = first.path("format").asText();
        String version = first.path("formatVersion").asText();
        if (!format.equals(RunCodec.FORMAT) || !RunCodec.VERSIONS.contains(version)) {
            throw new OtsException(
                    StationError.JOURNAL_VERSION,
                    run,
                    format,
                    version,
                    RunCodec.FORMAT + " " + String.join(", ", RunCodec.VERSIONS));
        }
        RunStory story = new RunStory(RunCodec.spec(new EventBody(run, journal.get(0))));
        if (!story.spec.id().equals(run)) {
            throw new OtsException(StationError.JOURNAL_DAMAGED, run, "is of run " + story.spec.id());
        }
        for (JournalEvent event : journal.subList(1, journal.size())) {
            story.take(event, new EventBody(run, event));
        }
        return story;
    }

    private void take(JournalEvent event, EventBody body) {
        if (closing != null) {
            throw body.unknownKind();
        }
        switch (event.kind()) {
            case RunEvents.COMMAND -> takeCommand(body);
            case RunEvents.FAULT_ARMED -> {
                faultKeys++;
                takeInput(new RunInput.Armed(body.tick("tick"), RunCodec.order(body)));
            }
            case RunEvents.FAULT_WITHDRAWN -> takeInput(new RunInput.Withdrawn(body.tick("tick"), body.text("key")));
            case RunEvents.MEASURED -> takeInput(RunCodec.measured(body));
            case RunEvents.MARK -> resumeTick = Math.max(resumeTick, body.tick("tick"));
            case RunEvents.CONTROL -> takeControl(body);
            case RunEvents.WALKED -> takeWalk(body);
            case RunEvents.SNAPSHOT -> takeSnapshot(body);
            case RunEvents.REWOUND -> takeRewind(event.sequence(), body);
            case RunEvents.CLOSED -> {
                closing = event.body();
                // an order given after the last tick was never followed by one
                resumeTick = body.tick("tick");
            }
            default -> throw body.unknownKind();
        }
    }

    private void takeCommand(EventBody body) {
        RunInput.Operated input = RunCodec.operated(body);
        count(input.command().sequence());
        sequenceByCid.put(body.text("cid"), input.command().sequence());
        if (body.has("at")) {
            walks.add(new Walk(input.tick(), body.text("by"), RunCodec.walked(body.at("at"))));
        }
        takeInput(input);
    }

    private void count(long sequence) {
        if (sequence > Operation.REMOTE) {
            lastRemote = Math.max(lastRemote, sequence);
        } else {
            lastSequence = Math.max(lastSequence, sequence);
        }
    }

    private void takeControl(EventBody body) {
        resumeTick = Math.max(resumeTick, body.tick("tick"));
        String by = body.text("by");
        pace = switch (body.text("action")) {
            case "freeze" -> new Pace(Pace.State.FROZEN, by, pace.speed());
            case "run" -> new Pace(Pace.State.RUNNING, by, pace.speed());
            case "speed" -> new Pace(pace.state(), by, body.number("value"));
            default -> pace;
        };
    }

    private void takeWalk(EventBody body) {
        long tick = body.tick("tick");
        walks.add(new Walk(tick, body.text("by"), RunCodec.walked(body)));
        resumeTick = Math.max(resumeTick, tick);
    }

    private void takeSnapshot(EventBody body) {
        long tick = body.tick("tick");
        snapshots.add(new NamedSnapshot(tick, body.text("by"), body.text("name")));
        resumeTick = Math.max(resumeTick, tick);
    }

    /**
     * The ticks that were given names and were not given up by going back before them.
     *
     * @return in the order of the journal
     */
    public List<NamedSnapshot> snapshots() {
        return List.copyOf(snapshots);
    }

    /**
     * Where people stood.
     *
     * @return in the order of the journal
     */
    public List<Walk> walks() {
        return List.copyOf(walks);
    }

    private void takeInput(RunInput input) {
        // what was ahead has reached the plant at its tick, before this one
        inputs.due(input.tick() - 1);
        if (!inputs.takesBack(input)) {
            inputs.take(input);
        }
        resumeTick = Math.max(resumeTick, input.tick() + 1);
    }

    private void takeRewind(long sequence, EventBody body) {
        long to = body.tick("toTick");
        // in the first journals of version 1.0 a rewind undid the instructor's orders too
        walks.removeIf(walk -> walk.tick() > to);
        snapshots.removeIf(snapshot -> snapshot.tick() > to);
        inputs.due(body.tick("fromTick") - 1);
        inputs.rewind(to, body.flagIfWritten("ordersKept"));
        resumeTick = to;
        lastRewindSequence = sequence;
    }

    /**
     * What is fixed.
     *
     * @return the run's first event
     */
    public RunSpec spec() {
        return spec;
    }

    /**
     * The inputs that still count.
     *
     * @return inputs sorted by tick and order of acceptance
     */
    public List<RunInput> inputs() {
        return inputs.all();
    }

    /**
     * The tick to which the run certainly went: the last durable mark, or just after the last durable input.
     *
     * @return the tick
     */
    public long resumeTick() {
        return resumeTick;
    }

    /**
     * The body of the closing event.
     *
     * @return the body, or null while the run is open
     */
    public @Nullable JsonNode closing() {
        return closing;
    }

    long lastSequence() {
        return lastSequence;
    }

    long lastRemote() {
        return lastRemote;
    }

    long lastRewindSequence() {
        return lastRewindSequence;
    }

    int faultKeys() {
        return faultKeys;
    }

    /** Whether a person stopped it, and how fast it runs. */
    Pace pace() {
        return pace;
    }

    Map<String, Long> sequenceByCid() {
        return Map.copyOf(sequenceByCid);
    }
}
