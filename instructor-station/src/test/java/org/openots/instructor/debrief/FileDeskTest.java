package org.openots.instructor.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.openots.instructor.tank.Await;

/** Files that take a while: one at a time, stopped when asked, and nobody else's. */
class FileDeskTest {
    private static final String ABOUT = "r1";
    private static final byte[] FILE = {1, 2, 3};

    private final AtomicInteger made = new AtomicInteger();

    private byte[] quick() {
        made.incrementAndGet();
        return FILE.clone();
    }

    /** Goes on until it is stopped. */
    private static FileDesk.Making endless(CountDownLatch begun) {
        return (progress, stopped) -> {
            progress.accept(0.5);
            begun.countDown();
            while (!stopped.getAsBoolean()) {
                LockSupport.parkNanos(1_000_000);
            }
            throw new CancellationException();
        };
    }

    private static CauseDesk.State state(FileDesk desk, String id, String by) {
        return desk.view(id, by, ABOUT).orElseThrow().state();
    }

    @Test
    void whatIsBeingMadeAndWhatWaitsCanBeStopped() throws InterruptedException {
        try (FileDesk desk = new FileDesk(Clock.systemUTC())) {
            CountDownLatch begun = new CountDownLatch(1);
            String working = desk.begin("t", ABOUT, endless(begun));
            String waiting = desk.begin("t", ABOUT, (progress, stopped) -> quick());
            String other = desk.begin("u", ABOUT, (progress, stopped) -> quick());
            begun.await();
            assertThat(state(desk, working, "t")).isEqualTo(CauseDesk.State.WORKING);
            assertThat(desk.view(working, "t", ABOUT).orElseThrow().progress()).isEqualTo(0.5);
            desk.stop(waiting, "t", ABOUT);
            assertThat(state(desk, waiting, "t")).isEqualTo(CauseDesk.State.STOPPED);
            desk.stop(working, "u", ABOUT);
            assertThat(state(desk, working, "t")).as("not his").isEqualTo(CauseDesk.State.WORKING);
            assertThat(desk.view(working, "u", ABOUT)).isEmpty();
            desk.stop(working, "t", ABOUT);
            Await.until("the next", () -> state(desk, other, "u") == CauseDesk.State.DONE);
            assertThat(state(desk, working, "t")).isEqualTo(CauseDesk.State.STOPPED);
            assertThat(desk.view(working, "t", ABOUT).orElseThrow().file()).isEmpty();
            assertThat(desk.view(other, "u", ABOUT).orElseThrow().file().orElseThrow())
                    .isEqualTo(FILE);
            assertThat(made)
                    .as("what was stopped while it waited is never made")
                    .hasValue(1);
        }
    }

    @Test
    void whoAsksForMoreAndMoreStopsHisOldest() throws InterruptedException {
        try (FileDesk desk = new FileDesk(Clock.systemUTC())) {
            CountDownLatch begun = new CountDownLatch(1);
            String first = desk.begin("t", ABOUT, endless(begun));
            begun.await();
            List<String> more = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                more.add(desk.begin("t", ABOUT, (progress, stopped) -> quick()));
            }
            Await.until("the last", () -> state(desk, more.get(2), "t") == CauseDesk.State.DONE);
            assertThat(state(desk, first, "t")).isEqualTo(CauseDesk.State.STOPPED);
            assertThat(made).hasValue(3);
        }
    }
}
