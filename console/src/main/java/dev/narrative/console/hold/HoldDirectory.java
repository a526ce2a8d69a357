package dev.narrative.console.hold;

import dev.narrative.console.query.TraceId;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The held traces of one journal: of each a file with its spans, and a note that says why. Threads and processes change
 * it in turn. The note is written first and deleted last, so what was cut short is seen in the list, and done by doing it
 * again.
 */
final class HoldDirectory {
    private static final String SPANS = ".jsonl";
    private static final String NOTE = ".hold";

    /** Within a process the lock of a file is no lock. */
    private static final Object TURN = new Object();

    private final Path path;
    private final HeldArtifacts artifacts;

    HoldDirectory(Path path, HeldArtifacts artifacts) {
        this.path = path;
        this.artifacts = artifacts;
    }

    boolean has(TraceId trace) {
        return Files.exists(note(trace));
    }

    /** Whether its journal is there. */
    boolean isBesideAJournal() {
        Path journal = path.getParent();
        return journal != null && Files.isDirectory(journal);
    }

    List<Hold> list() throws IOException {
        List<Hold> holds = new ArrayList<>();
        if (!Files.isDirectory(path)) {
            return holds;
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(path, "*" + NOTE)) {
            for (Path note : notes) {
                String name = note.getFileName().toString();
                TraceId trace = TraceId.parse(name.substring(0, name.length() - NOTE.length()));
                if (trace != null) {
                    read(trace, note, holds);
                }
            }
        }
        return holds;
    }

    /** Holds a trace, or gives its hold another reason; what is kept of it already stays. */
    Hold add(Hold asked, Collection<JournalSpan> spans) throws IOException {
        JournalFiles.recreate(path.resolve("lock"));
        return inTurn(() -> {
            if (!has(asked.trace())) {
                note(asked);
            }
            return keep(asked, spans);
        });
    }

    /** Keeps spans that came after the trace was held. */
    void complete(Hold hold, Collection<JournalSpan> spans) throws IOException {
        inTurn(() -> has(hold.trace()) ? keep(hold, spans) : hold);
    }

    /** Lets a trace go; false where it isn't held. */
    boolean remove(TraceId trace) throws IOException {
        return has(trace)
                && inTurn(() -> {
                    Files.deleteIfExists(spans(trace));
                    boolean held = Files.deleteIfExists(note(trace));
                    artifacts.keepOnly(keptSpans());
                    return held;
                });
    }

    private Hold keep(Hold hold, Collection<JournalSpan> spans) throws IOException {
        Path file = spans(hold.trace());
        Map<SpanKey, JournalSpan> kept = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Journal.read(file).spans().forEach(span -> kept.put(SpanKey.of(span), span));
        }
        int before = kept.size();
        for (JournalSpan span : spans) {
            if (span.state() == SpanState.ENDED) {
                kept.putIfAbsent(SpanKey.of(span), span);
            }
        }
        if (kept.size() > before) {
            JournalFiles.replace(file, lines(kept.values()));
        }
        artifacts.keep(kept.values());
        Hold keeping = hold.keeping(kept.size());
        note(keeping);
        return keeping;
    }

    private void note(Hold hold) throws IOException {
        JsonWriter note = new JsonWriter(512);
        hold.write(note);
        JournalFiles.replace(note(hold.trace()), note);
    }

    /** A line for each span, so that those before stay where they are when more come. */
    private static JsonWriter lines(Collection<JournalSpan> spans) {
        JsonWriter out = new JsonWriter(64 * 1_024);
        for (JournalSpan span : spans) {
            new OtlpJsonEncoder(span.resource()).encode(List.of(span), out);
        }
        return out;
    }

    private List<JournalSpan> keptSpans() throws IOException {
        List<JournalSpan> spans = new ArrayList<>();
        for (Hold hold : list()) {
            Path file = spans(hold.trace());
            if (Files.exists(file)) {
                spans.addAll(Journal.read(file).spans());
            }
        }
        return spans;
    }

    private static void read(TraceId trace, Path note, List<Hold> target) throws IOException {
        try {
            target.add(Hold.of(trace, JsonReader.read(Files.readAllBytes(note), JsonLimits.DEFAULT)));
        } catch (NoSuchFileException released) {
            // just now
        }
    }

    private Path spans(TraceId trace) {
        return path.resolve(trace + SPANS);
    }

    private Path note(TraceId trace) {
        return path.resolve(trace + NOTE);
    }

    private interface Change<T> {
        T make() throws IOException;
    }

    private <T> T inTurn(Change<T> change) throws IOException {
        synchronized (TURN) {
            try (FileChannel channel = FileChannel.open(
                            path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("the lock in " + path + " was lost");
                }
                return change.make();
            }
        }
    }
}
