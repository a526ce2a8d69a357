package dev.narrative.benchmarks.workload;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** Reads what this process has used so far: CPU of all threads, and bytes allocated by the application's own. */
final class Meter {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long processCpuNanos() {
        return system.getProcessCpuTime();
    }

    long threadCpuNanos() {
        return threads.getCurrentThreadCpuTime();
    }

    long allocatedByThisThread() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Bytes allocated by the calling thread and by those live threads whose names begin so. */
    long allocatedByThisThreadAnd(String namePrefix) {
        long sum = allocatedByThisThread();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(namePrefix)) {
                sum += Math.max(0, threads.getThreadAllocatedBytes(thread.getThreadId()));
            }
        }
        return sum;
    }
}
