package dev.narrative.console.index;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.journal.FileHead;
import dev.narrative.console.journal.HeldPlace;
import dev.narrative.console.journal.JournalPlaces;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.SpanBatch;
import dev.narrative.console.store.TraceStore;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings a store up to what the journals hold now. Whoever calls it is the only one who writes to the store. */
final class JournalIndexer {
    private final List<Path> places;
    private final TraceStore store;

    JournalIndexer(List<Path> places, TraceStore store) {
        this.places =
                places.stream().map(place -> place.toAbsolutePath().normalize()).toList();
        this.store = store;
    }

    /** What is to be read of a file. */
    private record Part(Path file, long from, long end) {}

    /** Takes what is new; tells how many spans that were. */
    long refresh(IndexProgress progress) {
        JournalPlaces found = JournalPlaces.of(places);
        // Snapshots first: a span that ends in between is then found as ended too, and is not lost.
        Map<String, List<JournalSpan>> open = openSpans(found);
        List<Part> parts = parts(found);
        long bytes = parts.stream().mapToLong(part -> part.end() - part.from()).sum();
        long spans = parts.isEmpty()
                ? 0
                : IngestPipeline.run(store, bytes, progress, follower -> {
                    for (Part part : parts) {
                        follower.follow(part.file(), part.from(), part.end());
                    }
                });
        for (String gone : store.snapshots()) {
            if (!open.containsKey(gone) && isOurs(gone)) {
                store.replaceOpen(gone, List.of());
            }
        }
        open.forEach(store::replaceOpen);
        if (spans > 0) {
            followHolds();
        }
        return spans;
    }

    private void followHolds() {
        try {
            new HeldTraces(places).follow(store);
        } catch (IOException unwritable) {
            // Traces can be read where they can't be held. Whoever prunes follows once more, and is told.
        }
    }

    private static Map<String, List<JournalSpan>> openSpans(JournalPlaces found) {
        Map<String, List<JournalSpan>> open = new LinkedHashMap<>();
        for (Path snapshot : found.snapshots()) {
            List<JournalSpan> spans = new ArrayList<>();
            for (JournalSpan span : Journal.read(snapshot).spans()) {
                if (span.state() != SpanState.ENDED) {
                    spans.add(span);
                }
            }
            if (!spans.isEmpty()) {
                open.put(snapshot.toString(), spans);
            }
        }
        return open;
    }

    private List<Part> parts(JournalPlaces found) {
        Map<String, FileProgress> known = new HashMap<>();
        for (FileProgress progress : store.progress()) {
            known.put(progress.file(), progress);
        }
        List<Part> parts = new ArrayList<>();
        List<String> expired = new ArrayList<>();
        for (Path file : heldLast(found.journals())) {
            FileProgress before = known.remove(file.toString());
            try {
                long size = Files.size(file);
                boolean grown = before != null && isGrown(file, size, before);
                if (before != null && !grown) {
                    expired.add(before.file());
                }
                parts.add(new Part(file, before != null && grown ? before.position() : 0, size));
            } catch (IOException gone) {
                // the next look tells more
            }
        }
        if (found.unreadable().isEmpty()) {
            known.keySet().stream().filter(this::isOurs).forEach(expired::add);
        }
        if (!expired.isEmpty()) {
            readHeldAgain(parts);
            expired.forEach(store::expired);
        }
        return parts.stream().filter(part -> part.end() > part.from()).toList();
    }

    /** The first of two spans counts: a held trace that is let go is still in its own journal, if that is there. */
    private static List<Path> heldLast(List<Path> journals) {
        return journals.stream().sorted(Comparator.comparing(HeldPlace::has)).toList();
    }

    /**
     * What expires may be held. The store is told so before it drops anything, in case the reading does not come to its
     * end.
     */
    private void readHeldAgain(List<Part> parts) {
        List<FileProgress> beginnings = new ArrayList<>();
        parts.replaceAll(part -> {
            if (!HeldPlace.has(part.file())) {
                return part;
            }
            beginnings.add(new FileProgress(part.file().toString(), 0, 0, 0));
            return new Part(part.file(), 0, part.end());
        });
        if (!beginnings.isEmpty()) {
            store.ingest(new SpanBatch(List.of(), beginnings, List.of()));
        }
    }

    /** Whether it is the same file as before, to go on where that ended; else it is another one under its name. */
    private static boolean isGrown(Path file, long size, FileProgress before) throws IOException {
        return size == before.position()
                || (size > before.position()
                        && FileHead.ofLength(file, before.headLength()).checksum() == before.headChecksum());
    }

    /** Whether it is for this index to say that a file has gone: a shared store has those of other journals too. */
    private boolean isOurs(String file) {
        return !store.isShared() || places.stream().anyMatch(Path.of(file)::startsWith);
    }
}
