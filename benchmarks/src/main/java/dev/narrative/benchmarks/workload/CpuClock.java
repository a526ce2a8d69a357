package dev.narrative.benchmarks.workload;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/**
 * The CPU time of all threads of this process, collector and compiler included: to the nanosecond as Linux's scheduler counts
 * it for each thread, elsewhere to what the JVM says, which is some 10 ms. What a thread did between its last reading and its
 * end is lost.
 */
final class CpuClock {
    private static final File THREADS = new File("/proc/self/task");

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<String, Long> read = new HashMap<>();
    private long total;

    long nanos() {
        String[] threads = THREADS.list();
        if (threads == null || !new File("/proc/self/schedstat").exists()) {
            return system.getProcessCpuTime();
        }
        for (String thread : threads) {
            long now = nanos(thread);
            Long before = read.put(thread, now);
            total += now - (before == null ? 0 : before);
        }
        return total;
    }

    private long nanos(String thread) {
        try {
            String counts = Files.readString(THREADS.toPath().resolve(thread).resolve("schedstat"));
            return Long.parseLong(counts.substring(0, counts.indexOf(' ')));
        } catch (IOException ended) {
            return read.getOrDefault(thread, 0L);
        }
    }
}
