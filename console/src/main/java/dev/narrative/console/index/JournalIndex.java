package dev.narrative.console.index;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.FileProgress;
import dev.narrative.console.store.StoreException;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceStore;
import dev.narrative.console.store.sqlite.SqliteStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Journals and the index over them. Any number of processes may have the same index open; one at a time brings it up
 * to date, the others read what is there.
 */
public final class JournalIndex implements Closeable {
    private final List<Path> journals;
    private final IndexDirectory directory;
    private TraceQueries traces;

    private JournalIndex(List<Path> journals, IndexDirectory directory, TraceQueries traces) {
        this.journals = journals.stream()
                .map(journal -> journal.toAbsolutePath().normalize())
                .toList();
        this.directory = directory;
        this.traces = traces;
    }

    /** Opens the index, which is made where there is none. */
    public static JournalIndex open(List<Path> journals, IndexDirectory directory, Duration patience) {
        try {
            directory.create();
            // A damaged index is made anew, which nobody may do while another one writes.
            try (IndexLock lock = IndexLock.acquire(directory.lock(), patience)) {
                if (lock == null && !directory.database().toFile().isFile()) {
                    throw new IOException("another console is making it; try again when that is done");
                }
                return new JournalIndex(journals, directory, SqliteStore.open(directory.database()));
            }
        } catch (IOException e) {
            throw new StoreException(
                    "the index in " + directory.path() + " can't be opened (" + e
                            + "); name another directory with --data",
                    e);
        }
    }

    /**
     * Journals that are read into a store which is kept elsewhere.
     *
     * @param journals none where the store is only asked
     * @param directory where the lock is that keeps consoles from reading the same journals at once
     */
    public static JournalIndex into(TraceStore store, List<Path> journals, IndexDirectory directory) {
        if (!journals.isEmpty()) {
            try {
                directory.create();
            } catch (IOException e) {
                store.close();
                throw new StoreException(
                        "the directory " + directory.path() + " can't be made (" + e
                                + "); name another one with --data",
                        e);
            }
        }
        return new JournalIndex(journals, directory, store);
    }

    /** Traces that somebody else writes; there is nothing to bring up to date. */
    public static JournalIndex of(TraceQueries traces, IndexDirectory directory) {
        return new JournalIndex(List.of(), directory, traces);
    }

    public TraceQueries traces() {
        return traces;
    }

    /** The lines that could not be read, in words. */
    public List<String> problems() {
        if (!(traces instanceof TraceStore store)) {
            return List.of();
        }
        return store.problems().stream()
                .map(problem -> problem.file() + " at byte " + problem.position() + ": " + problem.message())
                .toList();
    }

    /**
     * Takes what is new in the journals.
     *
     * @return false when another process kept the right to write for longer than the patience; what that one wrote is
     *     seen
     */
    public boolean refresh(Duration patience, IndexProgress progress) {
        return locked(patience, () -> {
            new JournalIndexer(journals, store()).refresh(progress);
            Files.deleteIfExists(directory.unfinished());
        });
    }

    /**
     * Drops what the index holds and reads the journals again; what is interrupted, the next rebuild or refresh goes on
     * with.
     */
    public boolean rebuild(Duration patience, IndexProgress progress) {
        boolean shared = store().isShared();
        return locked(patience, () -> {
            if (shared) {
                forgetJournals();
            } else if (!goesOn()) {
                clear();
                Files.deleteIfExists(directory.unfinished());
                Files.createFile(directory.unfinished());
            }
            new JournalIndexer(journals, store()).refresh(progress);
            Files.deleteIfExists(directory.unfinished());
        });
    }

    /** Whether what the index holds is the beginning of a rebuild, and whole. */
    private boolean goesOn() {
        try {
            return Files.exists(directory.unfinished()) && store().check().isEmpty();
        } catch (StoreException damaged) {
            return false;
        }
    }

    /**
     * Reads the journals again and compares.
     *
     * @return what differs, in words
     * @throws StoreException when another process keeps the right to write
     */
    public List<String> verify(Duration patience, IndexProgress progress) {
        TraceStore store = store();
        if (store.isShared()) {
            throw new StoreException(
                    "a database of several consoles holds more than these journals, so it can't be compared with them",
                    new IOException("shared"));
        }
        IndexVerifier verifier = new IndexVerifier(journals, store, directory);
        if (!locked(patience, () -> verifier.verify(progress))) {
            throw new StoreException(
                    "another console is writing to the index; try again when it is done", new IOException("locked"));
        }
        return verifier.differences();
    }

    /**
     * Drops the traces of a shared store that began on days (UTC) before this one, but for those that are held.
     *
     * @throws StoreException when it is no store that keeps traces itself
     */
    public void dropBefore(LocalDate day, Collection<TraceId> held) {
        sharedStore().dropBefore(day, held);
    }

    /**
     * The day (UTC) before which traces of a shared store have to go for the rest to be no larger than this; empty
     * where none have to.
     *
     * @throws StoreException when it is no store that keeps traces itself
     */
    public Optional<LocalDate> firstDayWithin(long bytes) {
        return sharedStore().firstDayWithin(bytes);
    }

    private TraceStore sharedStore() {
        TraceStore store = store();
        if (!store.isShared()) {
            throw new StoreException(
                    "an index holds what its journals hold: delete these, and it follows", new IOException("index"));
        }
        return store;
    }

    @Override
    public void close() {
        if (traces instanceof TraceStore store) {
            store.close();
        }
    }

    private TraceStore store() {
        if (traces instanceof TraceStore store) {
            return store;
        }
        throw new StoreException(
                "these traces are written by a Collector and only read here", new IOException("read-only"));
    }

    /** An index that is too damaged to be emptied is deleted; nothing is in it that the journals have not. */
    private void clear() {
        try {
            store().clear();
        } catch (StoreException damaged) {
            close();
            SqliteStore.delete(directory.database());
            traces = SqliteStore.open(directory.database());
        }
    }

    /** Drops what came from these journals; what others wrote is theirs. */
    private void forgetJournals() {
        for (FileProgress file : store().progress()) {
            if (journals.stream().anyMatch(Path.of(file.file())::startsWith)) {
                store().forget(file.file());
            }
        }
    }

    /** What is done under the lock. */
    private interface Work {
        void run() throws IOException;
    }

    private boolean locked(Duration patience, Work work) {
        if (journals.isEmpty()) {
            return true;
        }
        try (IndexLock lock = IndexLock.acquire(directory.lock(), patience)) {
            if (lock == null) {
                return false;
            }
            work.run();
            return true;
        } catch (IOException e) {
            throw new StoreException("the index in " + directory.path() + " can't be written to (" + e + ")", e);
        }
    }
}
