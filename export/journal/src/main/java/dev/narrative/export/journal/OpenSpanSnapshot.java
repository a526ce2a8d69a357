package dev.narrative.export.journal;

import dev.narrative.model.SpanData;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path target = JournalFiles.snapshotBeside(journalFile);
        if (target.equals(written) && crc.getValue() == writtenChecksum && Files.exists(target)) {
            return;
        }
        JournalFiles.replace(target, buffer);
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
}
