package dev.narrative.core.export;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file that this process's journal is written to, for other destinations that may need it after a crash. */
public final class JournalFileInUse {
    private static volatile @Nullable Path path;

    private JournalFileInUse() {}

    /** The file, {@code null} as long as there is none. */
    public static @Nullable Path path() {
        return path;
    }

    public static void set(@Nullable Path used) {
        path = used;
    }
}
