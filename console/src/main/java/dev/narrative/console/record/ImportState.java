package dev.narrative.console.record;

import dev.narrative.console.journal.FileHead;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * How far a file has been imported.
 *
 * @param position where the next line begins
 * @param head of the file, so that another one under its name is told from it
 * @param target the journal's file that was written last, empty for none
 * @param targetSize how much of it was written when the position was noted; what lies behind is written again
 */
record ImportState(long position, FileHead head, String target, long targetSize) {
    private static final FileHead EMPTY = new FileHead(0, 0);

    /** What is known of a file, nothing where it is another one than before. */
    static ImportState load(Path state, Path source) throws IOException {
        ImportState known = Files.exists(state) ? read(Files.readAllBytes(state)) : null;
        boolean same = known != null
                && known.position <= Files.size(source)
                && FileHead.ofLength(source, known.head.length()).equals(known.head);
        return known != null && same ? known : new ImportState(0, EMPTY, "", 0);
    }

    /** Notes how far it is now; whoever reads sees the state before or this one. */
    void save(Path state) throws IOException {
        JsonWriter out = new JsonWriter(512);
        out.beginObject();
        out.name("position").value(position);
        out.name("headLength").value(head.length());
        out.name("headChecksum").value(head.checksum());
        out.name("target").value(target);
        out.name("targetSize").value(targetSize);
        out.endObject();
        JournalFiles.replace(state, out);
    }

    /** Takes away what was written after the position was noted, which is imported again. */
    void cutTarget() throws IOException {
        Path file = Path.of(target);
        if (!target.isEmpty() && Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(targetSize);
            }
        }
    }

    private static @Nullable ImportState read(byte[] json) {
        JsonValue state = JsonReader.read(json, JsonLimits.DEFAULT);
        FileHead head = new FileHead(
                (int) state.get("headLength").integer(0),
                state.get("headChecksum").integer(0));
        String target = state.text("target");
        return target == null
                ? null
                : new ImportState(
                        state.get("position").integer(0),
                        head,
                        target,
                        state.get("targetSize").integer(0));
    }
}
