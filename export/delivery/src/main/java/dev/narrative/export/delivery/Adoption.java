package dev.narrative.export.delivery;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes over the spool of a process that is gone. */
final class Adoption {
    /** Hears what was taken over. */
    interface Heir {
        void adopted(SpoolName name, long size);
    }

    private final Path dead;
    private final Path own;
    private final DestinationCounters counters;
    private final Recovery recovery;

    Adoption(Path dead, Path own, DestinationCounters counters, Recovery recovery) {
        this.dead = dead;
        this.own = own;
        this.counters = counters;
        this.recovery = recovery;
    }

    /** Moves the requests that wait; those whose bodies may have gone out are given up. */
    void adopt(Heir heir) throws IOException {
        try {
            recovery.recover(dead);
        } catch (IOException | RuntimeException e) {
            AgentLog.warnThrottled(
                    "spool.recovery",
                    "spool in " + dead + ": the last spans of its process can't be found in the journal ("
                            + AgentLog.brief(e) + "), those that it had spooled are sent");
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(dead)) {
            for (Path entry : entries) {
                String file = entry.getFileName().toString();
                SpoolName name = SpoolName.parse(file);
                if (name != null) {
                    adopt(entry, file, name, heir);
                }
            }
        }
    }

    private void adopt(Path entry, String file, SpoolName name, Heir heir) throws IOException {
        if (file.endsWith(SpoolName.WAITING)) {
            long size = Files.size(entry);
            if (SpoolDisk.move(entry, own.resolve(name.waiting()))) {
                counters.countTaken(name.spans());
                counters.countSpooled(name.spans());
                heir.adopted(name, size);
            }
        } else if (file.endsWith(SpoolName.SENDING)) {
            counters.countTaken(name.spans());
            counters.countLost(
                    LossCause.AMBIGUOUS,
                    name.spans(),
                    "process " + ProcessDirectory.pid(dead) + " ended while it sent");
        } else if (!recovery.recovers()) {
            counters.countTaken(name.spans());
            counters.countLost(
                    LossCause.SPOOL_TORN,
                    name.spans(),
                    "process " + ProcessDirectory.pid(dead) + " ended while it wrote");
        }
    }
}
