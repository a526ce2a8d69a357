package dev.narrative.export.delivery;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
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
    private final boolean recovered;

    /**
     * What is to be taken over.
     *
     * @param recovered whether spans of requests that were not written whole have been found in the journal
     */
    Adoption(Path dead, Path own, DestinationCounters counters, boolean recovered) {
        this.dead = dead;
        this.own = own;
        this.counters = counters;
        this.recovered = recovered;
    }

    /** Moves the requests that wait; those whose bodies may have gone out are given up. */
    void adopt(Heir heir) throws IOException {
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
        } else if (!recovered) {
            counters.countTaken(name.spans());
            counters.countLost(
                    LossCause.SPOOL_TORN,
                    name.spans(),
                    "process " + ProcessDirectory.pid(dead) + " ended while it wrote");
        }
    }
}
