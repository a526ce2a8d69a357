package dev.narrative.console.journal;

import java.nio.file.Path;

/**
 * Where a journal's held traces lie: beside its days, since retention only looks into those. What reads a journal reads
 * them, too.
 */
public final class HeldPlace {
    private static final String DIRECTORY = "held";

    private HeldPlace() {}

    public static Path of(Path journal) {
        return journal.resolve(DIRECTORY);
    }

    /** Whether a file has the spans of a held trace. */
    public static boolean has(Path file) {
        Path parent = file.getParent();
        return parent != null && parent.endsWith(DIRECTORY);
    }
}
