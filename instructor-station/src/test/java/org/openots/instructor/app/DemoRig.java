package org.openots.instructor.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.rig.RigDesk;
import org.openots.instructor.session.MonotonicClock;

/** The virtual rig of {@code openots run --virtual-rig}, on a port that no other program of this machine has. */
public final class DemoRig {
    private DemoRig() {}

    /** Writes its settings into the data folder of a station that has not started yet. */
    public static void into(Path data, int port) {
        Path folder = data.resolve("rig");
        try (RigDesk desk = new RigDesk(
                folder,
                new SuiteContent().load().library(),
                Clock.systemUTC(),
                MonotonicClock.system(),
                new SplittableRandom(),
                new SuiteContent().load().engines().version())) {
            desk.demo(0);
        }
        Path file = folder.resolve("bridge.json");
        try {
            ObjectNode settings = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
            Files.writeString(file, settings.put("ownPort", port).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
