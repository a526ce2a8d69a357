package dev.narrative.console.hold;

import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.console.journal.HeldPlace;
import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.StoredHold;
import dev.narrative.console.store.StoredHolds;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The traces of journals that are held: their spans and artifacts are copied to where neither the agents' retention nor
 * {@code prune} deletes anything. Thread-safe.
 */
public final class HeldTraces {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final List<HoldDirectory> directories;

    /** Those of journals, each a directory or a day of it; the first takes new holds. What is a file has none. */
    public HeldTraces(List<Path> journals) {
        directories = journals.stream()
                .filter(journal -> !Files.isRegularFile(journal))
                .map(HeldTraces::whole)
                .distinct()
                .map(HeldTraces::directory)
                .toList();
    }

    /** The holds of the journals, the oldest first. */
    public List<Hold> list() throws IOException {
        List<Hold> holds = new ArrayList<>();
        for (HoldDirectory directory : directories) {
            holds.addAll(directory.list());
        }
        holds.sort(Comparator.comparing(Hold::since));
        return holds;
    }

    /** The ids of the traces that are held. */
    public List<TraceId> ids() throws IOException {
        return list().stream().map(Hold::trace).distinct().toList();
    }

    /** All holds, those of a store that consoles share too, the oldest first. */
    public List<Hold> list(TraceQueries traces) throws IOException {
        List<Hold> holds = new ArrayList<>(list());
        Set<TraceId> here = new HashSet<>(ids());
        for (StoredHold stored : stored(traces)) {
            if (!here.contains(stored.trace())) {
                holds.add(Hold.of(stored, spans(stored.trace(), traces)));
            }
        }
        holds.sort(Comparator.comparing(Hold::since));
        return holds;
    }

    /**
     * Holds a trace; of one that is held already, the hold is replaced. A store that consoles share is told first: it
     * keeps whole spans, so the trace is safe there from then on.
     *
     * @throws IOException also when there is nothing to keep it in
     */
    public Hold add(Hold asked, TraceQueries traces) throws IOException {
        Optional<StoredHolds> shared = traces.holds();
        if (shared.isPresent()) {
            shared.get().put(asked.stored());
        }
        for (HoldDirectory directory : directories) {
            if (directory.has(asked.trace())) {
                return directory.add(asked, traces.spans(asked.trace()));
            }
        }
        for (HoldDirectory directory : directories) {
            if (shared.isEmpty() || directory.isBesideAJournal()) {
                return directory.add(asked, traces.spans(asked.trace()));
            }
        }
        if (shared.isEmpty()) {
            throw new IOException("a held trace needs a journal's directory to be kept in");
        }
        return asked.keeping(spans(asked.trace(), traces));
    }

    /** Lets a trace go, in the journals alone; false where it isn't held. */
    public boolean remove(TraceId trace) throws IOException {
        boolean held = false;
        for (HoldDirectory directory : directories) {
            held |= directory.remove(trace);
        }
        return held;
    }

    /** Lets a trace go, also in a store that consoles share; false where it isn't held. */
    public boolean remove(TraceId trace, TraceQueries traces) throws IOException {
        boolean here = remove(trace);
        boolean there = traces.holds().map(shared -> shared.remove(trace)).orElse(false);
        return here || there;
    }

    /** Keeps the spans that came to held traces since they were looked at last. */
    public void follow(TraceQueries traces) throws IOException {
        for (HoldDirectory directory : directories) {
            for (Hold hold : directory.list()) {
                Optional<TraceSummary> trace = traces.trace(hold.trace());
                if (trace.isPresent() && ended(trace.get()) > hold.spans()) {
                    directory.complete(hold, traces.spans(hold.trace()));
                }
            }
        }
    }

    private static List<StoredHold> stored(TraceQueries traces) {
        return traces.holds().map(StoredHolds::list).orElse(List.of());
    }

    private static long spans(TraceId trace, TraceQueries traces) {
        return traces.trace(trace).map(HeldTraces::ended).orElse(0L);
    }

    private static long ended(TraceSummary trace) {
        return trace.spans() - trace.running() - trace.interrupted();
    }

    private static Path whole(Path place) {
        Path journal = place.toAbsolutePath().normalize();
        Path parent = journal.getParent();
        return parent != null && DAY.matcher(journal.getFileName().toString()).matches() ? parent : journal;
    }

    private static HoldDirectory directory(Path journal) {
        ArtifactCopies copies = ArtifactCopies.beside(List.of(journal));
        return new HoldDirectory(
                HeldPlace.of(journal), new HeldArtifacts(ArtifactCopies.within(HeldPlace.of(journal)), copies));
    }
}
