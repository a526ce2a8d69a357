package dev.narrative.export.journal;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Setting;
import dev.narrative.core.config.Settings;
import java.nio.file.Path;

/**
 * Where the journal lies and how much of it is kept.
 *
 * @param directory the directory of the dated directories
 * @param retentionMillis the age at which a file goes, in milliseconds since it was last written
 * @param maxBytes the size of all files together above which the oldest go
 * @param rotateBytes the size at which a new file begins
 * @param snapshotMillis the time between two snapshots of the open spans, 0 for none
 */
record JournalOptions(Path directory, long retentionMillis, long maxBytes, long rotateBytes, long snapshotMillis) {
    JournalOptions {
        positive(Settings.JOURNAL_RETENTION, retentionMillis);
        positive(Settings.JOURNAL_MAX_SIZE, maxBytes);
        positive(Settings.JOURNAL_ROTATE_SIZE, rotateBytes);
        directory = directory.toAbsolutePath();
    }

    /**
     * The options of a configuration.
     *
     * @throws IllegalArgumentException when a value can't be used; the message says which
     */
    static JournalOptions of(AgentConfig config) {
        return new JournalOptions(
                Path.of(config.get(Settings.JOURNAL_DIR)),
                config.get(Settings.JOURNAL_RETENTION).toMillis(),
                config.get(Settings.JOURNAL_MAX_SIZE),
                config.get(Settings.JOURNAL_ROTATE_SIZE),
                config.get(Settings.JOURNAL_SNAPSHOT).toMillis());
    }

    private static void positive(Setting<?> setting, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    setting.key() + " must be above 0; its default is " + setting.defaultText());
        }
    }
}
