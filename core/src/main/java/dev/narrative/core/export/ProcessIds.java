package dev.narrative.core.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * This process's id. {@code ProcessHandle} makes a thread pool when it is first touched, so the kernel is asked first
 * where it has the answer in a file.
 */
public final class ProcessIds {
    private ProcessIds() {}

    public static long current() {
        try {
            return Long.parseLong(
                    Files.readSymbolicLink(Path.of("/proc/self")).getFileName().toString());
        } catch (IOException | RuntimeException elsewhere) {
            return ProcessHandle.current().pid();
        }
    }
}
