package org.openots.dcs.rig;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;
import org.openots.simulator.automation.CommandApplied;
import org.openots.simulator.automation.CommandRefused;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.operation.Command;

/**
 * Takes writes from other threads to the thread that steps the plant. What can be refused without looking at the state of
 * the plant is refused at once.
 */
final class WriteDesk implements RigWrites {
    private static final Map<String, String> VERBS = Map.of("SP", "sp", "OP", "op", "MODE", "mode", "RATIO", "ratio");

    private final PlantEngine engine;
    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Map<Long, CompletableFuture<Optional<LocalText>>> waiting = new TreeMap<>();
    private final Map<String, String> activeFaults = new ConcurrentHashMap<>();
    private volatile boolean remote;
    private long sequence;

    /** Something to be done before the next tick; gives the number of the command to wait for, or nothing to wait for. */
    @FunctionalInterface
    private interface Deed {
        Optional<Command> in(long tick, long number);
    }

    private record Request(Deed deed, CompletableFuture<Optional<LocalText>> answer) {}

    WriteDesk(PlantEngine engine) {
        this.engine = engine;
    }

    boolean remote() {
        return remote;
    }

    void remote(boolean on) {
        remote = on;
    }

    @Override
    public CompletableFuture<Optional<LocalText>> write(String tag, double value) {
        needKey();
        Command command = command(tag, value);
        engine.check(command, false);
        return queue((tick, number) ->
                Optional.of(new Command(tick, number, command.target(), command.verb(), command.value(), "")));
    }

    private Command command(String tag, double value) {
        if (engine.signals().find(tag) == SignalTable.NONE) {
            throw new OtsException(RigError.UNKNOWN_TAG, tag, near(tag));
        }
        Map<String, ?> own = engine.operations().getOrDefault(tag, Map.of());
        int dot = tag.lastIndexOf('.');
        String verb = dot < 0 ? null : VERBS.get(tag.substring(dot + 1));
        if (verb != null && engine.operations().containsKey(tag.substring(0, dot))) {
            return new Command(0, 0, tag.substring(0, dot), verb, value, "");
        }
        if (own.containsKey("start") && own.containsKey("stop") && (value == 0 || value == 1)) {
            return new Command(0, 0, tag, value == 1 ? "start" : "stop", 0, "");
        }
        throw new OtsException(RigError.NOT_WRITABLE, tag);
    }

    private LocalText near(String tag) {
        return Spelling.nearest(
                        tag,
                        engine.signals().signals().stream().map(s -> s.name()).collect(Collectors.toSet()))
                .map(near -> new LocalText("可能想写的是“" + near + "”", "Maybe \"" + near + "\" was meant"))
                .orElse(new LocalText("请核对位号表", "Look the tag up in the table of tags"));
    }

    @Override
    public CompletableFuture<Optional<LocalText>> fault(String id, double strength) {
        needKey();
        checkFault(id, strength);
        return queue((tick, number) -> {
            Optional.ofNullable(activeFaults.get(id)).ifPresent(old -> engine.withdraw(tick, number, old));
            arm(id, strength, tick, number);
            return Optional.empty();
        });
    }

    private void arm(String id, double strength, long tick, long number) {
        String key = id + "@" + number;
        engine.arm(new FaultOrder(tick, number, key, id, strength, -1, 0, "", 0));
        activeFaults.put(id, key);
    }

    /** Puts in a fault at a tick that lies ahead; by the thread that steps the plant. */
    void inject(String id, double strength, long tick) {
        checkFault(id, strength);
        arm(id, strength, tick, sequence++);
    }

    private void checkFault(String id, double strength) {
        if (engine.pack().faults().stream().map(FaultDefinition::id).noneMatch(id::equals)) {
            String all =
                    engine.pack().faults().stream().map(FaultDefinition::id).collect(Collectors.joining(" "));
            throw new OtsException(RigError.UNKNOWN_FAULT, id, all);
        }
        if (!(strength > 0 && strength <= 1)) {
            throw new OtsException(RigError.FAULT_STRENGTH, id, strength);
        }
    }

    @Override
    public CompletableFuture<Optional<LocalText>> clearFault(String id) {
        needKey();
        if (!activeFaults.containsKey(id)) {
            throw new OtsException(RigError.FAULT_NOT_ACTIVE, id);
        }
        return queue((tick, number) -> {
            Optional.ofNullable(activeFaults.remove(id)).ifPresent(key -> engine.withdraw(tick, number, key));
            return Optional.empty();
        });
    }

    private void needKey() {
        if (!remote) {
            throw new OtsException(RigError.KEY_OFF, RigTags.KEY);
        }
    }

    private CompletableFuture<Optional<LocalText>> queue(Deed deed) {
        CompletableFuture<Optional<LocalText>> answer = new CompletableFuture<>();
        requests.add(new Request(deed, answer));
        return answer;
    }

    /** Gives the plant what waits; by the thread that steps it. */
    void hand() {
        for (Request request = requests.poll(); request != null; request = requests.poll()) {
            long number = sequence++;
            Optional<Command> command = request.deed().in(engine.tick() + 1, number);
            if (command.isPresent()) {
                engine.submit(command.get(), false);
                waiting.put(number, request.answer());
            } else {
                request.answer().complete(Optional.empty());
            }
        }
    }

    /** The operations of a script; what makes no sense is told. */
    void hand(RigScript.Operation operation) {
        engine.submit(
                new Command(
                        engine.tick() + 1,
                        sequence++,
                        operation.target(),
                        operation.verb(),
                        operation.value(),
                        operation.text()),
                false);
    }

    /**
     * Tells those who wait what came of it.
     *
     * @return why an operation that nobody waits for was refused; empty when the event is no such refusal
     */
    Optional<LocalText> hear(EngineEvent event) {
        if (!(event instanceof EngineEvent.Automation news)) {
            return Optional.empty();
        }
        if (news.event() instanceof CommandApplied applied) {
            answer(applied.command(), Optional.empty());
        } else if (news.event() instanceof CommandRefused refused
                && !answer(refused.command(), Optional.of(refused.text()))) {
            return Optional.of(refused.text());
        }
        return Optional.empty();
    }

    private boolean answer(Command command, Optional<LocalText> refusal) {
        CompletableFuture<Optional<LocalText>> answer = waiting.remove(command.sequence());
        return answer != null && answer.complete(refusal);
    }
}
