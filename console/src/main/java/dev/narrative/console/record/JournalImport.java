package dev.narrative.console.record;

import dev.narrative.console.journal.FileHead;
import dev.narrative.model.Ids;
import dev.narrative.model.Resource;
import dev.narrative.model.journal.JournalFile;
import dev.narrative.model.journal.JournalLines;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonDecoder;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.journal.SpanSink;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Copies the spans of files of OTLP-JSON lines into a journal, masked. After each step it is noted how far it came, so
 * that what is interrupted or killed goes on there, and a file that has grown is imported from where it ended.
 */
public final class JournalImport {
    private static final String SERVICE = "import";
    private static final long STEP_BYTES = 2 << 20;
    private static final int KEPT_BYTES = 1 << 20;
    private static final long ROTATE_BYTES = 64L << 20;

    private final JournalDirectory journal;
    private final Path states;
    private final Progress progress;
    private final OtlpJsonDecoder decoder = new OtlpJsonDecoder();
    private final List<String> problems = new ArrayList<>();
    private @Nullable JournalFile target;
    private long bytes;
    private long spans;

    /** Hears of each step, and may end the import there by an exception. */
    public interface Progress {
        void advanced(long bytes, long spans);
    }

    /** @param states the directory in which it is noted how far each file has come */
    public JournalImport(JournalDirectory journal, Path states, Progress progress) {
        this.journal = journal;
        this.states = states;
        this.progress = progress;
    }

    /** How much of a file is still to be read, in bytes. */
    public long left(Path source, long size) throws IOException {
        return size - ImportState.load(state(source), source).position();
    }

    /** Imports what is new of a file. */
    public void take(Path source) throws IOException {
        ImportState state = ImportState.load(state(source), source);
        state.cutTarget();
        try (JournalLines lines = new JournalLines(source, state.position())) {
            JsonWriter step = new JsonWriter(KEPT_BYTES);
            long noted = state.position();
            while (lines.next() && isTaken(lines, source, step)) {
                if (lines.nextPosition() - noted >= STEP_BYTES) {
                    note(source, lines.nextPosition(), step, lines.nextPosition() - noted);
                    noted = lines.nextPosition();
                }
            }
            long end = lines.isTerminated() ? lines.nextPosition() : Math.max(noted, lines.position());
            note(source, end, step, end - noted);
        } finally {
            close();
        }
    }

    /** The spans that were taken. */
    public long spans() {
        return spans;
    }

    /** What could not be read, in words. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Takes a line; false for one that is still being written. */
    private boolean isTaken(JournalLines lines, Path source, JsonWriter step) {
        if (!lines.isTerminated()) {
            if (!lines.isBlank()) {
                problems.add(source + ": the last line is not ended by a newline and is left for the next import");
            }
            return false;
        }
        if (lines.isTooLong()) {
            problem(source, lines, "the line is longer than 64 MB");
        } else if (!lines.isBlank()) {
            Line line = new Line(source, lines, step);
            try {
                decoder.decode(lines.bytes(), 0, lines.length(), line);
            } catch (IOException e) {
                problem(source, lines, "the line is not whole OTLP-JSON");
            }
            line.flush();
        }
        return true;
    }

    private void problem(Path source, JournalLines lines, String message) {
        problems.add(source + " at byte " + lines.position() + ": " + message);
    }

    /** The spans of a line, those of one resource after the other. */
    private final class Line implements SpanSink {
        private final Path source;
        private final JournalLines lines;
        private final JsonWriter step;
        private final List<JournalSpan> waiting = new ArrayList<>();
        private @Nullable Resource original;
        private @Nullable Resource masked;

        private Line(Path source, JournalLines lines, JsonWriter step) {
            this.source = source;
            this.lines = lines;
            this.step = step;
        }

        /** Spans of one resource come with one object for it. */
        @Override
        @SuppressWarnings("ReferenceEquality")
        public void span(JournalSpan span) {
            if (span.state() != SpanState.ENDED) {
                problem("the span '" + span.name() + "' has no end");
                return;
            }
            Resource resource = masked;
            if (resource == null || span.resource() != original) {
                flush();
                resource = SpanMasking.masked(span.resource());
                original = span.resource();
                masked = resource;
            }
            waiting.add(SpanMasking.masked(span, resource));
        }

        @Override
        public void problem(String message) {
            JournalImport.this.problem(source, lines, message);
        }

        private void flush() {
            if (!waiting.isEmpty()) {
                new OtlpJsonEncoder(waiting.get(0).resource()).encode(waiting, step);
                spans += waiting.size();
                waiting.clear();
            }
        }
    }

    /** Writes what was taken, then notes how far it came: what is killed in between is cut off and taken again. */
    private void note(Path source, long position, JsonWriter step, long more) throws IOException {
        JournalFile file = step.size() == 0 ? target : write(source, position - more, step);
        step.reset(KEPT_BYTES);
        String name = file == null ? "" : file.path().toString();
        new ImportState(position, FileHead.of(source, position), name, file == null ? 0 : file.size())
                .save(state(source));
        bytes += more;
        progress.advanced(bytes, spans);
    }

    /** A new file is noted before anything is in it, for what is killed after that. */
    private JournalFile write(Path source, long noted, JsonWriter step) throws IOException {
        JournalFile file = target;
        if (file != null && file.size() >= ROTATE_BYTES) {
            close();
            file = null;
        }
        if (file == null) {
            Path path = journal.createFile(SERVICE);
            new ImportState(noted, FileHead.of(source, noted), path.toString(), 0).save(state(source));
            file = JournalFile.open(path, JournalFile.Opener.APPEND);
            target = file;
        }
        file.write(step.buffer(), step.size());
        return file;
    }

    private void close() throws IOException {
        JournalFile file = target;
        target = null;
        if (file != null) {
            file.close();
        }
    }

    private Path state(Path source) {
        byte[] path = source.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        UUID id = UUID.nameUUIDFromBytes(path);
        return states.resolve(Ids.traceId(id.getMostSignificantBits(), id.getLeastSignificantBits()) + ".json");
    }
}
