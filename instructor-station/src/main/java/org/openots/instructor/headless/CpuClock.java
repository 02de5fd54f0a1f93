package org.openots.instructor.headless;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** CPU time and memory that the present thread has used; what others do on the machine does not count. */
final class CpuClock {
    private static final double NANO = 1e-9;

    private CpuClock() {}

    /** Seconds of CPU. */
    static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * NANO;
    }

    /** Bytes ever allocated, or -1 where the virtual machine does not tell. */
    static long allocatedBytes() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                ? bean.getThreadAllocatedBytes(Thread.currentThread().getId())
                : -1;
    }
}
