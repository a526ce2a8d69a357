package dev.narrative.model.journal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the journal files that are written to: of each other living process the last written, and those with open spans
 * that no process holds.
 */
final class WritersInUse {
    private final long ownPid;
    private final Map<Long, Boolean> alive = new HashMap<>();

    WritersInUse(long ownPid) {
        this.ownPid = ownPid;
    }

    /** The journal files in use among {@code oldestFirst}. */
    Set<Path> filesOf(List<StoredFile> oldestFirst) {
        Map<String, Path> lastOfWriter = new HashMap<>();
        for (StoredFile file : oldestFirst) {
            long pid = file.name().pid();
            if (pid != ownPid && isAlive(pid)) {
                lastOfWriter.put(file.name().service() + "-" + pid, file.journalPath());
            } else if (file.name().snapshot() && isRunning(file.path())) {
                lastOfWriter.put(file.journalPath().toString(), file.journalPath());
            }
        }
        Collection<Path> inUse = lastOfWriter.values();
        return new HashSet<>(inUse);
    }

    private static boolean isRunning(Path snapshot) {
        return Journal.read(snapshot).spans().stream()
                .anyMatch(span -> span.openUntilNanos() != null && span.state() == SpanState.RUNNING);
    }

    private boolean isAlive(long pid) {
        Boolean known = alive.get(pid);
        if (known == null) {
            known = ProcessHandle.of(pid).isPresent();
            alive.put(pid, known);
        }
        return known;
    }
}
