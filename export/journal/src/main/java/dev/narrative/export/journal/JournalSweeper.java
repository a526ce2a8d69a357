package dev.narrative.export.journal;

import dev.narrative.core.log.AgentLog;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalRetention;
import dev.narrative.model.journal.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deletes what the options say is too old or too much. */
final class JournalSweeper {
    private final JournalRetention retention;
    private final long ownPid;
    private final Clock clock;

    JournalSweeper(JournalOptions options, long ownPid, Clock clock) {
        this.ownPid = ownPid;
        this.clock = clock;
        retention = new JournalRetention(options.directory(), options.retentionMillis(), options.maxBytes());
    }

    /** Sweeps once; {@code current} is this process's own file. */
    void sweep(@Nullable Path current) throws IOException {
        long now = clock.millis();
        int dropped = 0;
        Set<Path> thinned = new HashSet<>();
        for (StoredFile file : retention.expired(now, ownPid, current)) {
            Files.deleteIfExists(file.path());
            dropped += retention.isOld(file, now) ? 0 : 1;
            thinned.add(JournalFiles.parent(file.path()));
        }
        JournalRetention.removeEmpty(thinned, now);
        if (dropped > 0) {
            AgentLog.warnThrottled(
                    "journal.max-size",
                    "journal in " + retention.directory()
                            + " has reached narrative.journal.max-size: its oldest files were deleted (" + dropped
                            + "); raise the size or lower narrative.journal.retention");
        }
    }
}
