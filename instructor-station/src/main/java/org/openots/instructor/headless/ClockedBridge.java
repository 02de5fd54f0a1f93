package org.openots.instructor.headless;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.publish.Message;
import org.openots.dcs.source.RigSource;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.tag.TagStore;
import org.openots.distillation.robot.RobotAction;

/** A bridge by the clock of its messages: makes frames of what a gateway sends, as fast as it is given. */
final class ClockedBridge {
    private static final long NANOS_PER_MS = 1_000_000;

    private final Intake intake;
    private final RigSource source;
    private final List<Seen> seen = new ArrayList<>();
    private List<RobotAction> typed = List.of();
    private long now;

    /** A scan as the station saw it: the plant, and what was typed before it. */
    record Seen(PlantFrame frame, List<RobotAction> typed) {}

    /** A bridge with a map, for the signals of its plant; the time is UTC in ms. */
    ClockedBridge(TagMap map, SignalTable table, long begun) {
        now = begun;
        LongSupplier nanos = () -> now * NANOS_PER_MS;
        TagStore store = new TagStore(map.tags(), nanos);
        intake = new Intake(
                map, new Intake.Clocks(() -> Instant.ofEpochMilli(now), nanos), notice -> {}, List.of(store));
        source = new RigSource(map.plant(), PlantSource.Kind.LIVE, table, store, nanos, failure -> {
            throw failure;
        });
        source.follow(frame -> seen.add(new Seen(frame, typed)));
    }

    /** Takes a message that was sent at a time, UTC in ms. */
    void take(long time, Message message) {
        now = time;
        intake.message(message.topic(), message.payload(), message.retained());
    }

    /** Makes a frame of what it knows. */
    void scan(List<RobotAction> entries) {
        typed = List.copyOf(entries);
        source.scan();
    }

    /** All frames so far. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }
}
