package dev.narrative.console;

import dev.narrative.console.journal.JournalPlace;
import dev.narrative.console.store.LocatedSpan;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of a journal that a test writes. */
public final class JournalFile {
    private final Path path;

    public JournalFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** Appends each span as a line; tells where they stand. */
    public List<LocatedSpan> append(JournalSpan... spans) {
        List<LocatedSpan> located = new ArrayList<>();
        for (JournalSpan span : spans) {
            byte[] line = line(span);
            located.add(new LocatedSpan(span, new JournalPlace(path.toString(), size(), line.length - 1)));
            appendBytes(line);
        }
        return located;
    }

    public JournalFile appendText(String text) {
        appendBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public void appendBytes(byte[] bytes) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of spans of one process, newline included. */
    public static byte[] line(JournalSpan... spans) {
        JsonWriter out = new JsonWriter(1_024);
        new OtlpJsonEncoder(spans[0].resource()).encode(List.of(spans), out);
        return Arrays.copyOf(out.buffer(), out.size());
    }

    private long size() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
