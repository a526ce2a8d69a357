package dev.narrative.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What only Linux tells, in {@code /proc}; {@code NaN} elsewhere. */
final class ProcFs {
    /** {@code sysconf(_SC_CLK_TCK)}, which is 100 on every Linux that runs a JVM. */
    private static final double TICKS_PER_SECOND = 100;

    /** Fields 16 and 17 of {@code /proc/self/stat}, counted from the one after the command's closing bracket. */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;
    private static final String PEAK = "VmHWM:";

    private ProcFs() {}

    /** CPU time of all children of this process that have ended: the only way to learn it of a short-lived one. */
    static double endedChildrenCpuSeconds() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** The largest resident set that a living process has had. */
    static double peakMegabytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith(PEAK)) {
                    String kibibytes =
                            line.substring(PEAK.length()).replace("kB", "").trim();
                    return Long.parseLong(kibibytes) * 1024 / 1e6;
                }
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return Double.NaN;
    }
}
