package org.openots.instructor.session;

import java.util.concurrent.CompletableFuture;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** The instructor's orders about faults of one run. Used on the run's worker only. */
final class FaultOrders {
    private final RunCore core;
    private final JournalGate gate;
    private final Runnable publish;
    private int keys;

    FaultOrders(RunCore core, JournalGate gate, Runnable publish) {
        this.core = core;
        this.gate = gate;
        this.publish = publish;
    }

    /** Goes on with the keys of a story. */
    void continueFrom(RunStory story) {
        keys = story.faultKeys();
    }

    /** The number in a key of the station. */
    static int number(String key) {
        return key.matches("k[0-9]{1,6}") ? Integer.parseInt(key.substring(1)) : 0;
    }

    void arm(String by, FaultOrder wish, CompletableFuture<FaultOrder> answer) {
        gate.turn(false, answer, () -> {
            FaultOrder order = new FaultOrder(
                    "k" + (keys + 1),
                    wish.fault(),
                    wish.severity(),
                    wish.rampSeconds(),
                    wish.delaySeconds(),
                    wish.when(),
                    wish.holdSeconds());
            long tick = core.engine().tick();
            core.give(new RunInput.Armed(tick, order));
            keys++;
            gate.append(RunEvents.FAULT_ARMED, RunCodec.armed(tick, by, order), answer, position -> {
                publish.run();
                answer.complete(order);
            });
        });
    }

    void withdraw(String by, String key, CompletableFuture<Long> answer) {
        gate.turn(false, answer, () -> {
            boolean known =
                    core.faults().stream().anyMatch(fault -> fault.order().key().equals(key));
            if (!known) {
                throw new OtsException(
                        StationError.FAULT_KEY_UNKNOWN, core.spec().id(), key);
            }
            long tick = core.engine().tick();
            core.give(new RunInput.Withdrawn(tick, key));
            gate.append(RunEvents.FAULT_WITHDRAWN, RunCodec.withdrawn(tick, by, key), answer, position -> {
                publish.run();
                answer.complete(position);
            });
        });
    }
}
