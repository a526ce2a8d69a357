package dev.narrative.export.journal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the journal files that other living processes write to: of each process the last written. */
final class WritersInUse {
    private final long ownPid;
    private final Map<Long, Boolean> alive = new HashMap<>();

    WritersInUse(long ownPid) {
        this.ownPid = ownPid;
    }

    /** The journal files in use among {@code oldestFirst}. */
    Set<Path> filesOf(List<SweptFile> oldestFirst) {
        Map<String, Path> lastOfWriter = new HashMap<>();
        for (SweptFile file : oldestFirst) {
            long pid = file.name().pid();
            if (pid != ownPid && isAlive(pid)) {
                lastOfWriter.put(file.name().service() + "-" + pid, file.journalPath());
            }
        }
        Collection<Path> inUse = lastOfWriter.values();
        return new HashSet<>(inUse);
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
