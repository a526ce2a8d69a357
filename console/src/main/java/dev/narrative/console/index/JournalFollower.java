package dev.narrative.console.index;

import dev.narrative.console.journal.FileHead;
import dev.narrative.console.journal.JournalPlace;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.LineProblem;
import dev.narrative.console.store.LocatedSpan;
import dev.narrative.console.store.SpanBatch;
import dev.narrative.model.journal.JournalLines;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonDecoder;
import dev.narrative.model.journal.SpanSink;
import dev.narrative.model.journal.SpanState;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads journal files from a position on, and hands over what they hold in batches with how far it came. */
final class JournalFollower {
    private static final int BATCH_SPANS = 8_192;
    /** Spans in memory take several times their bytes, and a few batches are under way at once. */
    private static final long BATCH_BYTES = 8 * 1024 * 1024;

    /** Takes a batch and the bytes of the journal that it came from; may wait. */
    interface BatchSink {
        void take(SpanBatch batch, long bytes) throws InterruptedException;
    }

    private final OtlpJsonDecoder decoder = new OtlpJsonDecoder();
    private final BatchSink sink;
    private List<LocatedSpan> spans = new ArrayList<>();
    private List<FileProgress> progress = new ArrayList<>();
    private List<LineProblem> problems = new ArrayList<>();
    private long bytes;

    JournalFollower(BatchSink sink) {
        this.sink = sink;
    }

    /** Reads a file from a position to the end, or to what was its end when somebody looked. */
    void follow(Path file, long from, long end) throws IOException, InterruptedException {
        long position = from;
        try (JournalLines lines = new JournalLines(file, from)) {
            while (lines.position() < end && lines.next()) {
                if (!lines.isTerminated()) {
                    readTail(file, lines);
                    break;
                }
                readLine(file, lines);
                bytes += lines.nextPosition() - lines.position();
                position = lines.nextPosition();
                if (spans.size() >= BATCH_SPANS || bytes >= BATCH_BYTES) {
                    flush(file, position);
                }
                if (position >= end) {
                    break;
                }
            }
            if (position > from) {
                note(file, position);
            }
        } catch (NoSuchFileException expired) {
            // the next look finds that it has gone
        } catch (IOException e) {
            problems.add(new LineProblem(
                    file.toString(), position, "can't be read (" + e.getMessage() + "); check its permissions"));
        }
    }

    /** Hands over what is left. */
    void flush() throws InterruptedException {
        if (!spans.isEmpty() || !progress.isEmpty() || !problems.isEmpty()) {
            sink.take(new SpanBatch(spans, progress, problems), bytes);
            spans = new ArrayList<>();
            progress = new ArrayList<>();
            problems = new ArrayList<>();
            bytes = 0;
        }
    }

    private void flush(Path file, long position) throws IOException, InterruptedException {
        note(file, position);
        flush();
    }

    private void note(Path file, long position) throws IOException {
        FileHead head = FileHead.of(file, position);
        progress.add(new FileProgress(file.toString(), position, head.length(), head.checksum()));
    }

    private void readLine(Path file, JournalLines lines) {
        if (lines.isTooLong()) {
            problem(file, lines, "the line is longer than 64 MB and is left out; it is not a journal's");
        } else if (!lines.isBlank()) {
            try {
                decode(file, lines);
            } catch (IOException e) {
                problem(file, lines, "the line is not whole OTLP-JSON; what follows in it is left out");
            }
        }
    }

    /** A line that may still be written: its whole spans are taken now, and the line is read again. */
    private void readTail(Path file, JournalLines lines) {
        if (lines.isTooLong() || lines.isBlank()) {
            return;
        }
        try {
            decode(file, lines);
        } catch (IOException torn) {
            // as it may be
        }
    }

    private void decode(Path file, JournalLines lines) throws IOException {
        JournalPlace place = new JournalPlace(file.toString(), lines.position(), lines.length());
        decoder.decode(lines.bytes(), 0, lines.length(), new SpanSink() {
            @Override
            public void span(JournalSpan span) {
                if (span.state() == SpanState.ENDED) {
                    spans.add(new LocatedSpan(span, place));
                } else {
                    problem("span '" + span.name() + "' has no end");
                }
            }

            @Override
            public void problem(String message) {
                JournalFollower.this.problem(file, lines, message + "; the span is left out, check what wrote it");
            }
        });
    }

    private void problem(Path file, JournalLines lines, String message) {
        problems.add(new LineProblem(file.toString(), lines.position(), message));
    }
}
