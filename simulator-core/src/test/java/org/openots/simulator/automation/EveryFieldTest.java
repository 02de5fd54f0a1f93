package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** What must hold for a pack that uses everything: it runs on from a saved state bit for bit, and a scan allocates nothing. */
class EveryFieldTest {
    /** Ticks after which the parts that work in cycles have been through all of them: half an hour. */
    private static final int TICKS = 18_000;

    private static void disturb(EveryFieldRun run, int tick) {
        run.pressures(430 + 30 * FastMath.sin(tick * 0.01));
        run.flow("f.1", 100 + 20 * FastMath.sin(tick * 0.03));
        run.flow("f.2", 500 + 50 * FastMath.sin(tick * 0.02));
        run.set("l", 0.5 + 0.1 * FastMath.sin(tick * 0.005));
        run.set("w", 0.01 + 0.001 * FastMath.sin(tick * 0.002));
    }

    private static EveryFieldRun busy() {
        EveryFieldRun run = EveryFieldRun.powered();
        run.run(5);
        run.order("GA-1A", "start", 0);
        run.order("GA-1B", "standby", 1);
        run.order("XV-1", "position", 100);
        run.order("MV-1", "position", 60);
        run.run(20);
        run.order("FC-1", "mode", 1);
        run.order("FC-1", "mode", 2);
        run.order("FC-2", "mode", 2);
        for (String loop : new String[] {"PC-1", "PC-2", "PC-3", "TC-1", "LC-1", "LC-2", "LC-3"}) {
            assertThat(run.order(loop, "mode", 1)).as(loop).isEmpty();
        }
        run.order("IB-01", "proofTest", 1);
        return run;
    }

    @Test
    void aRestoredRunGoesOnBitForBit() {
        EveryFieldRun run = busy();
        for (int i = 0; i < 3000; i++) {
            disturb(run, i);
            run.tick();
            if (i == 1000) {
                run.system.impair("AIR.MAIN", "failure", 1);
            } else if (i == 1400) {
                run.system.clear("AIR.MAIN", "failure");
            }
        }
        EveryFieldRun other = new EveryFieldRun();
        other.restore(run.save());
        for (int i = 3000; i < 9000; i++) {
            disturb(run, i);
            disturb(other, i);
            run.tick();
            other.tick();
            if (i % 500 == 0) {
                assertThat(other.save()).as("tick %d", i).isEqualTo(run.save());
            }
        }
    }

    @Test
    void aScanAllocatesNothing() {
        assertThat(allocated(busy().system)).isZero();
    }

    @Test
    void aScanOfPlantAAllocatesNothing() {
        assertThat(allocated(RigRun.normal().system)).isZero();
    }

    /** Bytes a tick, rounded down: what the measurement itself takes vanishes in the division. */
    private static long allocated(AutomationSystem system) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        scan(system);
        long before = threads.getCurrentThreadAllocatedBytes();
        scan(system);
        return (threads.getCurrentThreadAllocatedBytes() - before) / TICKS;
    }

    private static void scan(AutomationSystem system) {
        int events = 0;
        for (int i = 0; i < TICKS; i++) {
            system.scanControl();
            system.scanInstruments();
            events += system.drainEvents().size();
        }
        // events are news and allocate; a process that stands still settles without many
        assertThat(events).isLessThan(TICKS / 100);
    }
}
