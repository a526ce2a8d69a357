package dev.narrative.export.journal;

import dev.narrative.core.export.SpanExporter;
import dev.narrative.core.log.AgentLog;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import dev.narrative.model.journal.JournalFile;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Appends spans to this process's file of the journal, each line written whole, so that a process that is killed tears
 * its last line at most. Nothing is made before the first span. After a failure the next batch tries again.
 */
final class JournalExporter implements SpanExporter {
    /** Keeps a line small enough to be held in memory by its readers, with the largest contents too. */
    private static final int SPANS_PER_LINE = 64;

    private static final int WRITE_AT_BYTES = 512 * 1024;
    private static final int KEPT_BUFFER_BYTES = 1024 * 1024;
    private static final long SWEEP_EVERY_MILLIS = 5 * 60_000L;
    /** A tick that comes a little early counts, or every second snapshot would be left out. */
    private static final long TICK_TOLERANCE_MILLIS = 200;

    private static final int SHORT_RUNS_PER_SWEEP = 16;

    private final JournalOptions options;
    private final Supplier<Collection<SpanData>> openSpans;
    private final Clock clock;
    private final OtlpJsonEncoder encoder;
    private final JsonWriter buffer = new JsonWriter(8 * 1024);
    private final JournalAppender appender;
    private final OpenSpanSnapshot snapshot;
    private final JournalSweeper sweeper;
    private final long pid = ProcessHandle.current().pid();

    private @Nullable Path sweptAt;
    private long nextSweepMillis;
    private long nextSnapshotMillis;
    private boolean failing;

    JournalExporter(JournalOptions options, Resource resource, Supplier<Collection<SpanData>> openSpans) {
        this(options, resource, openSpans, JournalFile.Opener.APPEND, Clock.SYSTEM);
    }

    JournalExporter(
            JournalOptions options,
            Resource resource,
            Supplier<Collection<SpanData>> openSpans,
            JournalFile.Opener opener,
            Clock clock) {
        this.options = options;
        this.openSpans = openSpans;
        this.clock = clock;
        encoder = new OtlpJsonEncoder(resource);
        JournalFiles files = new JournalFiles(options.directory(), resource.serviceName(), pid);
        appender = new JournalAppender(files, options.rotateBytes(), opener, clock);
        snapshot = new OpenSpanSnapshot(encoder);
        sweeper = new JournalSweeper(options, pid, clock);
    }

    @Override
    public void export(List<SpanData> batch) throws IOException {
        try {
            for (int from = 0; from < batch.size(); from += SPANS_PER_LINE) {
                encoder.encode(batch.subList(from, Math.min(batch.size(), from + SPANS_PER_LINE)), buffer);
                if (buffer.size() >= WRITE_AT_BYTES) {
                    writeBuffer();
                }
            }
            writeBuffer();
            failing = false;
        } catch (IOException e) {
            failing = true;
            throw withAdvice(e);
        } finally {
            buffer.reset(KEPT_BUFFER_BYTES);
        }
    }

    @Override
    public void tick() throws IOException {
        try {
            writeSnapshotWhenDue();
            sweepWhenDue();
        } catch (IOException e) {
            if (!failing) {
                throw withAdvice(e);
            }
        } finally {
            buffer.reset(KEPT_BUFFER_BYTES);
        }
    }

    /** Every batch has gone to the operating system already. */
    @Override
    public void flush(long timeoutMillis) {}

    @Override
    public void close() throws IOException {
        try {
            snapshot.remove();
            appender.close();
            if (nextSweepMillis == 0 && pid % SHORT_RUNS_PER_SWEEP == 0) {
                sweepWhenDue(); // or a row of runs too short for a tick would fill the disk
            }
        } catch (IOException e) {
            throw withAdvice(e);
        }
    }

    private void writeBuffer() throws IOException {
        if (buffer.size() > 0) {
            appender.append(buffer.buffer(), buffer.size());
            buffer.reset(KEPT_BUFFER_BYTES);
        }
    }

    private void writeSnapshotWhenDue() throws IOException {
        long now = clock.millis();
        if (options.snapshotMillis() == 0 || now < nextSnapshotMillis) {
            return;
        }
        nextSnapshotMillis = now + options.snapshotMillis() - TICK_TOLERANCE_MILLIS;
        Collection<SpanData> open = openSpans.get();
        if (open.isEmpty()) {
            snapshot.remove();
        } else {
            snapshot.write(open, appender.ensureOpen(), buffer);
        }
    }

    /** Sweeps every few minutes, and after the change to another file. */
    private void sweepWhenDue() throws IOException {
        long now = clock.millis();
        Path path = appender.path();
        if (now < nextSweepMillis && Objects.equals(path, sweptAt)) {
            return;
        }
        nextSweepMillis = now + SWEEP_EVERY_MILLIS;
        sweptAt = path;
        sweeper.sweep(path);
    }

    private IOException withAdvice(IOException e) {
        return new IOException(
                "journal in " + options.directory() + " can't be written (" + AgentLog.brief(e)
                        + "); free space there, check its permissions, or set narrative.journal.dir to another"
                        + " directory; the next spans are tried again",
                e);
    }
}
