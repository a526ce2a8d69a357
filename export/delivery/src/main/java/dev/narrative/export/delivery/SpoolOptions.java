package dev.narrative.export.delivery;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where requests wait on disk.
 *
 * @param directory the destination's directory, in which each process has its own
 * @param maxBytes what all processes together may keep there
 * @param retentionMillis the age at which a request is given up
 */
public record SpoolOptions(Path directory, long maxBytes, long retentionMillis) {
    private static final String DIRECTORY = "spool";

    public SpoolOptions {
        directory = directory.toAbsolutePath();
    }

    /** The options of a destination by the configuration, {@code null} when nothing is to be kept. */
    static @Nullable SpoolOptions of(AgentConfig config, String destination) {
        long maxBytes = config.get(Settings.SPOOL_MAX_SIZE);
        if (maxBytes <= 0) {
            return null;
        }
        try {
            return new SpoolOptions(
                    Path.of(config.get(Settings.JOURNAL_DIR)).resolve(DIRECTORY).resolve(destination),
                    maxBytes,
                    config.get(Settings.SPOOL_RETENTION).toMillis());
        } catch (InvalidPathException e) {
            return null; // the journal says so
        }
    }
}
