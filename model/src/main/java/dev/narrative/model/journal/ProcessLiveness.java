package dev.narrative.model.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether the process that wrote a file lives; another one that got its number later does not count. */
final class ProcessLiveness {
    private final Map<Long, Optional<ProcessHandle>> handles = new HashMap<>();

    boolean isAlive(@Nullable Long pid, Path file) {
        if (pid == null) {
            return false;
        }
        Optional<ProcessHandle> handle = handles.computeIfAbsent(pid, ProcessHandle::of);
        if (handle.isEmpty() || !handle.get().isAlive()) {
            return false;
        }
        Optional<Instant> started = handle.get().info().startInstant();
        try {
            return started.isEmpty()
                    || !started.get().isAfter(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return true; // the snapshot has just been taken away, so somebody writes it
        }
    }
}
