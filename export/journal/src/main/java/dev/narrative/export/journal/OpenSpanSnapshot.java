package dev.narrative.export.journal;

import dev.narrative.model.SpanData;
import dev.narrative.model.journal.JournalFileName;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.json.JsonWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The file beside the journal that holds the spans which are open now, replaced as a whole so that a reader never sees
 * half of it. What has not changed is not written again.
 */
final class OpenSpanSnapshot {
    static final String TEMPORARY_SUFFIX = ".tmp";

    private static final int MAX_SPANS = 10_000;
    private static final int SPANS_PER_LINE = 64;

    private final OtlpJsonEncoder encoder;

    private @Nullable Path written;
    private long writtenChecksum;

    OpenSpanSnapshot(OtlpJsonEncoder encoder) {
        this.encoder = encoder;
    }

    /** Writes the snapshot that belongs to a journal file; {@code buffer} is only borrowed. */
    void write(Collection<SpanData> openSpans, Path journalFile, JsonWriter buffer) throws IOException {
        encode(openSpans, buffer);
        if (buffer.size() == 0) {
            remove();
            return;
        }
        CRC32 crc = new CRC32();
        crc.update(buffer.buffer(), 0, buffer.size());
        Path target = pathBeside(journalFile);
        if (target.equals(written) && crc.getValue() == writtenChecksum && Files.exists(target)) {
            return;
        }
        replace(target, buffer);
        Path before = written;
        written = target;
        writtenChecksum = crc.getValue();
        if (before != null && !before.equals(target)) {
            Files.deleteIfExists(before);
        }
    }

    /** Takes the snapshot away, as when nothing is open. */
    void remove() throws IOException {
        Path file = written;
        written = null;
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private void encode(Collection<SpanData> openSpans, JsonWriter buffer) {
        List<SpanData> line = new ArrayList<>(SPANS_PER_LINE);
        int count = 0;
        for (SpanData span : openSpans) {
            if (span.endEpochNanos() != 0) {
                continue;
            }
            if (count++ == MAX_SPANS) {
                break;
            }
            line.add(span);
            if (line.size() == SPANS_PER_LINE) {
                encoder.encode(line, buffer);
                line.clear();
            }
        }
        encoder.encode(line, buffer);
    }

    private static void replace(Path target, JsonWriter content) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY_SUFFIX);
        try {
            JournalFiles.recreate(temporary);
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content.buffer(), 0, content.size());
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    private static void deleteQuietly(Path file, IOException cause) {
        try {
            Files.delete(file);
        } catch (NoSuchFileException gone) {
            // nothing was left behind
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static Path pathBeside(Path journalFile) throws IOException {
        JournalFileName name = JournalFileName.parse(journalFile.getFileName().toString());
        if (name == null) {
            throw new IOException(journalFile + " is not a file of the journal");
        }
        return journalFile.resolveSibling(name.asSnapshot().toString());
    }
}
