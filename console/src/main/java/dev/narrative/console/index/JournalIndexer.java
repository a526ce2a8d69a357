package dev.narrative.console.index;

import dev.narrative.console.journal.FileHead;
import dev.narrative.console.journal.JournalPlaces;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.TraceStore;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        return spans;
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
        for (Path file : found.journals()) {
            FileProgress before = known.remove(file.toString());
            try {
                long size = Files.size(file);
                long from = before == null ? 0 : from(file, size, before);
                if (size > from) {
                    parts.add(new Part(file, from, size));
                }
            } catch (IOException gone) {
                known.remove(file.toString()); // the next look tells more
            }
        }
        if (found.unreadable().isEmpty()) {
            known.keySet().stream().filter(this::isOurs).forEach(store::expired);
        }
        return parts;
    }

    /** Where to go on; at the beginning when it is another file under the same name. */
    private long from(Path file, long size, FileProgress before) throws IOException {
        boolean grown = size == before.position()
                || (size > before.position()
                        && FileHead.ofLength(file, before.headLength()).checksum() == before.headChecksum());
        if (grown) {
            return before.position();
        }
        store.expired(before.file());
        return 0;
    }

    /** Whether it is for this index to say that a file has gone: a shared store has those of other journals too. */
    private boolean isOurs(String file) {
        return !store.isShared() || places.stream().anyMatch(Path.of(file)::startsWith);
    }
}
