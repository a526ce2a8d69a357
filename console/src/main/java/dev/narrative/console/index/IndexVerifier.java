package dev.narrative.console.index;

import dev.narrative.console.journal.FileHead;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.TraceStore;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.console.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares an index with one that is made for it from the same part of the journals. Traces with open spans are left
 * out, since those come and go.
 */
final class IndexVerifier {
    private static final int PAGE = 1_000;
    private static final int MAX_DIFFERENCES = 100;

    private final List<Path> journals;
    private final TraceStore store;
    private final IndexDirectory directory;
    private final List<String> differences = new ArrayList<>();

    IndexVerifier(List<Path> journals, TraceStore store, IndexDirectory directory) {
        this.journals = List.copyOf(journals);
        this.store = store;
        this.directory = directory;
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    void verify(IndexProgress progress) {
        differences.addAll(store.check());
        if (!differences.isEmpty()) {
            return;
        }
        new JournalIndexer(journals, store).refresh(IndexProgress.NONE);
        try (TraceStore fresh = SqliteStore.open(directory.comparison())) {
            List<FileProgress> taken = store.progress();
            Map<String, Long> known = known(fresh, taken);
            long bytes = taken.stream()
                    .mapToLong(file -> file.position() - known.getOrDefault(file.file(), 0L))
                    .sum();
            IngestPipeline.run(fresh, bytes, progress, follower -> {
                for (FileProgress file : taken) {
                    follower.follow(Path.of(file.file()), known.getOrDefault(file.file(), 0L), file.position());
                }
            });
            compare(fresh);
        } catch (StoppedException stopped) {
            throw stopped; // what was read is there for the next one
        } catch (RuntimeException | Error e) {
            deleteComparison();
            throw e;
        }
        deleteComparison();
    }

    /** How far an interrupted comparison has read the files that are still as they were; the others it forgets. */
    private static Map<String, Long> known(TraceStore fresh, List<FileProgress> taken) {
        Map<String, FileProgress> current = new HashMap<>();
        taken.forEach(file -> current.put(file.file(), file));
        Map<String, Long> known = new HashMap<>();
        for (FileProgress before : fresh.progress()) {
            FileProgress now = current.get(before.file());
            if (now != null && before.position() <= now.position() && isSame(before)) {
                known.put(before.file(), before.position());
            } else {
                fresh.forget(before.file());
            }
        }
        return known;
    }

    private static boolean isSame(FileProgress before) {
        try {
            return FileHead.ofLength(Path.of(before.file()), before.headLength())
                            .checksum()
                    == before.headChecksum();
        } catch (IOException gone) {
            return false;
        }
    }

    private void compare(TraceStore fresh) {
        for (TraceSummary expected : all(fresh)) {
            Optional<TraceSummary> indexed = store.trace(expected.id());
            if (indexed.isEmpty()) {
                differ("trace " + expected.id() + " is missing");
            } else if (!isOpen(indexed.get()) && !isSame(indexed.get(), expected)) {
                differ("trace " + expected.id() + " is " + indexed.get() + " and should be " + expected);
            }
        }
        for (TraceSummary indexed : all(store)) {
            if (!isOpen(indexed) && fresh.trace(indexed.id()).isEmpty()) {
                differ("trace " + indexed.id() + " is in no journal");
            }
        }
    }

    private Iterable<TraceSummary> all(TraceStore traces) {
        return () -> new PagedTraces(traces, PAGE);
    }

    private void differ(String difference) {
        if (differences.size() < MAX_DIFFERENCES) {
            differences.add(difference);
        }
    }

    private static boolean isOpen(TraceSummary trace) {
        return trace.running() > 0 || trace.interrupted() > 0;
    }

    /** Costs may differ in their last digits, which depend on the order in which they were added. */
    private static boolean isSame(TraceSummary a, TraceSummary b) {
        double costA = a.cost() == null ? -1 : a.cost();
        double costB = b.cost() == null ? -1 : b.cost();
        return a.spans() == b.spans()
                && a.errors() == b.errors()
                && a.startNanos() == b.startNanos()
                && a.endNanos() == b.endNanos()
                && a.inputTokens() == b.inputTokens()
                && a.outputTokens() == b.outputTokens()
                && a.name().equals(b.name())
                && Math.abs(costA - costB) <= 1e-9 * Math.max(1, Math.abs(costA));
    }

    private void deleteComparison() {
        SqliteStore.delete(directory.comparison());
    }
}
