package org.openots.benchmarks.faultlab;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What this process holds.
 *
 * @param threads its threads
 * @param heapKib live heap after a collection, KiB
 * @param handles open files and sockets; 0 where the system does not say
 */
record Footprint(int threads, long heapKib, long handles) {
    private static final int SETTLE_MILLIS = 300;
    private static final double PERCENT = 100;

    /** Looks at it after collections, because only live objects count. */
    static Footprint now() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        }
        Runtime runtime = Runtime.getRuntime();
        long handles = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
        return new Footprint(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                (runtime.totalMemory() - runtime.freeMemory()) / 1024,
                handles);
    }

    /** CPU time of this process so far, s. */
    static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() * 1e-9
                : Double.NaN;
    }

    /** By how much another one is greater, % each: threads, heap, handles. */
    double[] growthTo(Footprint later) {
        return new double[] {
            growth(threads, later.threads), growth(heapKib, later.heapKib), growth(handles, later.handles)
        };
    }

    private static double growth(long before, long after) {
        return before == 0 ? 0 : PERCENT * (after - before) / before;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d threads, %d KiB live, %d handles", threads, heapKib, handles);
    }
}
