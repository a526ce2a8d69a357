package dev.narrative.export.journal;

import dev.narrative.core.export.JournalFileInUse;
import dev.narrative.model.journal.JournalFile;
import dev.narrative.model.journal.JournalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * This process's file of the journal: made with the first bytes, followed by the next at midnight (UTC) and when it is
 * full, made again when somebody has deleted it, taken up again after a failure.
 */
final class JournalAppender {
    private final JournalFiles files;
    private final long rotateBytes;
    private final JournalFile.Opener opener;
    private final Clock clock;

    private @Nullable JournalFile open;
    private @Nullable Path path;
    private long epochDay;

    JournalAppender(JournalFiles files, long rotateBytes, JournalFile.Opener opener, Clock clock) {
        this.files = files;
        this.rotateBytes = rotateBytes;
        this.opener = opener;
        this.clock = clock;
    }

    /** The file that is written at present, {@code null} before the first. */
    @Nullable
    Path path() {
        return path;
    }

    /** Appends whole lines; after a failure none of them is in the file. */
    void append(byte[] lines, int length) throws IOException {
        JournalFile file = current(length);
        try {
            file.write(lines, length);
        } catch (IOException e) {
            open = null;
            throw e;
        }
    }

    /** The file to write to next, opened if need be. */
    Path ensureOpen() throws IOException {
        return current(0).path();
    }

    /** Closes the file; an empty one goes. */
    void close() throws IOException {
        JournalFile file = open;
        if (file != null) {
            release(file);
        }
    }

    private JournalFile current(int more) throws IOException {
        long today = JournalFiles.epochDay(clock.millis());
        JournalFile file = open;
        if (file != null && Files.notExists(file.path())) {
            open = null;
            file.close();
            file = null;
        }
        if (file != null && (today != epochDay || (file.size() > 0 && file.size() + more > rotateBytes))) {
            release(file);
            path = null;
            file = null;
        }
        return file != null ? file : reopen(today);
    }

    private JournalFile reopen(long today) throws IOException {
        Path target = path;
        if (target == null || today != epochDay) {
            target = files.createNext(today);
            path = target;
            epochDay = today;
            JournalFileInUse.set(target);
        } else if (Files.notExists(target)) {
            JournalFiles.recreate(target);
        }
        JournalFile file = JournalFile.open(target, opener);
        open = file;
        return file;
    }

    private void release(JournalFile file) throws IOException {
        open = null;
        file.close();
        if (file.size() == 0) {
            Files.deleteIfExists(file.path());
        }
    }
}
