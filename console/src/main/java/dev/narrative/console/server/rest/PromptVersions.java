package dev.narrative.console.server.rest;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalFile;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of prompts that Langfuse told of, the latest thousand. They are noted in a file of the console's own, a
 * line each time, which is written anew when it has many lines. Thread-safe.
 */
public final class PromptVersions {
    private static final int MOST = 1_000;
    private static final int MOST_LINES = 10 * MOST;
    /** How a line ends that neither a full disk nor a kill has cut. */
    private static final String WHOLE = "]}";

    private static final byte[] NEWLINE = {'\n'};

    private final Path file;
    private final Map<Key, PromptVersion> known = new LinkedHashMap<>();
    private int lines;

    private record Key(String name, long version) {}

    /** Those that are noted in a console's data directory. */
    public PromptVersions(Path dataDirectory) {
        file = dataDirectory.resolve("prompts.jsonl");
        try {
            read();
        } catch (IOException e) {
            throw new UncheckedIOException("the prompts in " + file + " can't be read", e);
        }
    }

    /** Notes what was told of a version; that is known only when it is on disk. */
    synchronized void add(PromptVersion version) throws IOException {
        if (lines >= MOST_LINES) {
            writeAnew();
        }
        JsonWriter out = new JsonWriter(256);
        line(version, out);
        JournalFiles.recreate(file);
        try (JournalFile opened = JournalFile.open(file, JournalFile.Opener.APPEND)) {
            opened.write(out.buffer(), out.size());
        }
        lines++;
        know(version);
    }

    /** All that are known, in the order in which they were heard of first. */
    synchronized List<PromptVersion> list() {
        return List.copyOf(known.values());
    }

    /** The version of the prompt that a model call names; {@code null} where it names none that is known. */
    synchronized @Nullable PromptVersion of(JournalSpan call) {
        return call.attributes().get(AttributeNames.PROMPT_NAME) instanceof String name
                        && call.attributes().get(AttributeNames.PROMPT_VERSION) instanceof Long version
                ? known.get(new Key(name, version))
                : null;
    }

    private void read() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            lines++;
            if (line.endsWith(WHOLE)) {
                know(PromptVersion.noted(JsonReader.read(line.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT)));
            }
        }
    }

    private void know(PromptVersion version) {
        known.put(new Key(version.name(), version.version()), version);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private void writeAnew() throws IOException {
        JsonWriter out = new JsonWriter(64 * 1_024);
        known.values().forEach(version -> line(version, out));
        JournalFiles.replace(file, out);
        lines = known.size();
    }

    private static void line(PromptVersion version, JsonWriter out) {
        version.write(out);
        out.raw(NEWLINE);
    }
}
