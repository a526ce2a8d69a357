package dev.narrative.export.journal;

import java.nio.file.Path;

/**
 * Where the journal lies and how much of it is kept.
 *
 * @param directory the directory of the dated directories
 * @param retentionMillis the age at which a file goes, in milliseconds since it was last written
 * @param maxBytes the size of all files together above which the oldest go
 * @param rotateBytes the size at which a new file begins
 */
record JournalOptions(Path directory, long retentionMillis, long maxBytes, long rotateBytes) {
    JournalOptions {
        if (retentionMillis <= 0 || maxBytes <= 0 || rotateBytes <= 0) {
            throw new IllegalArgumentException("retention, max-size and rotate-size of the journal must be above 0");
        }
        directory = directory.toAbsolutePath();
    }
}
