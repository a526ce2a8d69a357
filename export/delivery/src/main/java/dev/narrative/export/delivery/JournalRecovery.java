package dev.narrative.export.delivery;

import dev.narrative.core.log.AgentLog;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanSink;
import dev.narrative.model.journal.SpanState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Finds the spans that a killed process had written to the journal and not handed to its destination, and puts them into
 * the dead process's spool, from where they are taken over as all the others. When it is broken off it can begin again:
 * what lies in the spool is known.
 */
final class JournalRecovery implements Recovery {
    /** Longer than a span waits in memory, but for a destination that has hung for long. */
    private static final long WINDOW_MILLIS = TimeUnit.MINUTES.toMillis(2);

    private static final int BATCH = 2_048;
    /** Recovered requests follow those that the process itself made, and those of an attempt that was broken off. */
    private static final long FIRST_SEQUENCE = 1_000_000_000;

    private final SpanEncoders encoders;
    private final String destination;

    JournalRecovery(SpanEncoders encoders, String destination) {
        this.encoders = encoders;
        this.destination = destination;
    }

    @Override
    public boolean recover(Path dead) throws IOException {
        KnownSpans known = KnownSpans.of(dead);
        if (!known.hasLedger()) {
            return false;
        }
        long diedMillis = known.lastWrittenMillis();
        for (Path file : known.journals()) {
            diedMillis = Math.max(diedMillis, Files.getLastModifiedTime(file).toMillis());
        }
        long sinceMillis = Math.max(known.completeFromMillis(), diedMillis - WINDOW_MILLIS);
        known.readSpool(dead, sinceMillis);
        Missing missing = new Missing(dead, known, TimeUnit.MILLISECONDS.toNanos(sinceMillis));
        for (Path file : known.journals()) {
            Journal.scan(file, missing);
        }
        missing.write();
        known.forgetLedger();
        if (missing.found > 0) {
            AgentLog.info("exporter " + destination + ": process " + ProcessDirectory.pid(dead)
                    + " ended before it could send its last spans; " + missing.found
                    + " were found in the journal and are sent now");
        }
        return true;
    }

    /** Gathers the spans that nobody knows, and writes them to the dead process's spool, a batch at a time. */
    private final class Missing implements SpanSink {
        private final Path dead;
        private final KnownSpans known;
        private final long sinceNanos;
        private final List<JournalSpan> batch = new ArrayList<>();
        private long sequence = FIRST_SEQUENCE + Math.floorMod(System.nanoTime(), FIRST_SEQUENCE);
        private long found;

        Missing(Path dead, KnownSpans known, long sinceNanos) {
            this.dead = dead;
            this.known = known;
            this.sinceNanos = sinceNanos;
        }

        @Override
        public void span(JournalSpan span) {
            if (span.state() == SpanState.ENDED
                    && span.endEpochNanos() >= sinceNanos
                    && !known.contains(span.spanId())) {
                batch.add(span);
                if (batch.size() == BATCH) {
                    writeUnchecked();
                }
            }
        }

        @Override
        public void problem(String message) {
            // the journal's readers tell of it
        }

        private void writeUnchecked() {
            try {
                write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void write() throws IOException {
            if (batch.isEmpty()) {
                return;
            }
            found += batch.size();
            long createdMillis = TimeUnit.NANOSECONDS.toMillis(batch.get(0).endEpochNanos());
            List<Request> requests = new ArrayList<>();
            encoders.of(batch.get(0).resource()).encode(batch, requests::add);
            for (Request request : requests) {
                SpoolName name = new SpoolName(createdMillis, ProcessDirectory.pid(dead), sequence++, request.spans());
                Path temporary = dead.resolve(name.temporary());
                SpoolDisk.REAL.write(temporary, SpoolFormat.encode(request));
                SpoolDisk.move(temporary, dead.resolve(name.waiting()));
            }
            batch.clear();
        }
    }
}
