package dev.narrative.console.server.rest;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.journal.OpenSnapshot;
import dev.narrative.model.journal.JournalSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The traces that were begun by request and have not been completed. They are in a snapshot, as those of agents are: so
 * they are seen while they run, and as interrupted when the console has gone; the next console takes them over.
 * Thread-safe.
 */
public final class OpenTraces {
    static final String SCOPE = "narrative.tracing-api";

    private static final int MOST = 1_000;

    private final OpenSnapshot snapshot;
    private final Runnable changed;
    private final Map<TraceId, JournalSpan> open = new LinkedHashMap<>();

    public OpenTraces(OpenSnapshot snapshot, Runnable changed) {
        this.snapshot = snapshot;
        this.changed = changed;
    }

    /** Takes over what a console before this one left open, so that it can be completed here. */
    public void takeOver() throws IOException {
        List<Path> claimed = snapshot.claim(SCOPE);
        synchronized (this) {
            for (JournalSpan span : OpenSnapshot.spans(claimed)) {
                open.putIfAbsent(TraceId.of(span), span);
            }
            if (!claimed.isEmpty()) {
                save();
            }
        }
        for (Path taken : claimed) {
            Files.deleteIfExists(taken);
        }
    }

    synchronized void add(JournalSpan span) throws IOException {
        if (open.size() >= MOST) {
            throw Problem.tryAgain(429, "more than " + MOST + " traces are open; complete some", 60);
        }
        open.put(TraceId.of(span), span);
        save();
    }

    synchronized void update(TraceId id, UnaryOperator<JournalSpan> change) throws IOException {
        open.put(id, change.apply(find(id)));
        save();
    }

    /** The open trace of this id; a problem when there is none. */
    synchronized JournalSpan find(TraceId id) {
        JournalSpan span = open.get(id);
        if (span == null) {
            throw Problem.notFound("no trace " + id + " is open here");
        }
        return span;
    }

    /** Drops a trace whose end is in the journal. */
    synchronized void remove(TraceId id) throws IOException {
        open.remove(id);
        save();
    }

    private void save() throws IOException {
        snapshot.write(open.values());
        changed.run();
    }
}
