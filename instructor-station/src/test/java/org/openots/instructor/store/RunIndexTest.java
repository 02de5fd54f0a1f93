package org.openots.instructor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of runs tells for ever whether a plant was simulated, a real rig or a virtual one. */
class RunIndexTest {
    private static RunIndex.Row row(String id, boolean measured, boolean virtual) {
        return new RunIndex.Row(
                id, "s01", "ethanol-water-rig", "R-01", 1, measured, virtual, true, 90.0, 60.0, "00ff", null, null);
    }

    @Test
    void whatTheRunWasOnIsKept(@TempDir Path folder) {
        try (Database database = Database.open(folder, Clock.systemUTC())) {
            RunIndex index = new RunIndex(database);
            RunIndex.Row simulated = row("a", false, false);
            RunIndex.Row real = row("b", true, false);
            RunIndex.Row virtual = row("c", true, true);
            index.put(simulated);
            index.put(real);
            index.put(virtual);
            assertThat(index.all()).containsExactlyInAnyOrder(simulated, real, virtual);
        }
    }
}
