package dev.narrative.export.delivery;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait on disk, one file each, in a directory of this process's own. Bounded in size, over all processes, and
 * in age; the newest win. One thread at a time.
 */
final class Spool implements Closeable {
    /** What even a small file takes of a disk. */
    private static final long BLOCK = 4096;

    private final SpoolOptions options;
    private final SpoolDisk disk;
    private final SteadyClock clock;
    private final DestinationCounters counters;
    private final long pid;
    private final Neighbours neighbours;
    private final TreeMap<SpoolName, Long> waiting = new TreeMap<>();
    private long bytes;
    private @Nullable ProcessDirectory own;
    /** The request that is being sent: none that could be dropped. */
    private @Nullable SpoolName marked;

    private long markedBytes;

    Spool(SpoolOptions options, SpoolDisk disk, SteadyClock clock, DestinationCounters counters, long pid) {
        this.options = options;
        this.disk = disk;
        this.clock = clock;
        this.counters = counters;
        this.pid = pid;
        this.neighbours = new Neighbours(options.directory());
    }

    Path directory() {
        return options.directory();
    }

    boolean isEmpty() {
        return waiting.isEmpty() && marked == null;
    }

    /** Takes a request; false when it can't be written, which has been said. */
    boolean write(Parcel parcel) {
        byte[] file = SpoolFormat.encode(parcel.request());
        long size = onDisk(file.length);
        if (size > options.maxBytes()) {
            counters.countLost(LossCause.SPOOL_FULL, parcel.spans(), null);
            return true;
        }
        try {
            makeRoom(size);
            Path target = own().path();
            Path temporary = target.resolve(parcel.name().temporary());
            disk.write(temporary, file);
            SpoolDisk.move(temporary, target.resolve(parcel.name().waiting()));
        } catch (IOException e) {
            AgentLog.warnThrottled(
                    "spool." + options.directory(),
                    "spool in " + options.directory() + " can't be written (" + AgentLog.brief(e)
                            + "); free space there or check its permissions; a few spans wait in memory meanwhile");
            return false;
        }
        add(parcel.name(), size);
        counters.countSpooled(parcel.spans());
        return true;
    }

    /** The oldest request that can be sent, {@code null} when none waits. */
    @Nullable
    Parcel oldest() {
        expire();
        while (!waiting.isEmpty()) {
            SpoolName name = waiting.firstKey();
            try {
                return new Parcel(name, SpoolFormat.decode(Files.readAllBytes(path(name.waiting()))));
            } catch (NoSuchFileException gone) {
                forget(name); // another process needed the room, and counted it
            } catch (IOException e) {
                drop(name, LossCause.SPOOL_TORN, AgentLog.brief(e));
            }
        }
        return null;
    }

    /**
     * Marks a request as one that may have been taken, from now on.
     *
     * @throws IOException when that fails, or the request is gone; it is not to be sent then
     */
    void mark(SpoolName name) throws IOException {
        if (!SpoolDisk.move(path(name.waiting()), path(name.sending()))) {
            throw new NoSuchFileException(name.waiting());
        }
        Long size = waiting.remove(name);
        marked = name;
        markedBytes = size == null ? 0 : size;
    }

    /** Takes the mark away, since the request was not taken after all. */
    void unmark(SpoolName name) {
        try {
            SpoolDisk.move(path(name.sending()), path(name.waiting()));
            waiting.put(name, markedBytes);
            marked = null;
        } catch (IOException e) {
            drop(name, LossCause.SPOOL_UNWRITABLE, AgentLog.brief(e));
        }
    }

    /** Removes a request of which it is known what became of it. */
    void remove(SpoolName name) {
        forget(name);
        delete(name.sending());
        delete(name.waiting());
    }

    /** Leaves a request out of account, as far as this process goes. */
    void forget(SpoolName name) {
        Long size = waiting.remove(name);
        if (name.equals(marked)) {
            size = markedBytes;
            marked = null;
        }
        if (size != null) {
            bytes -= size;
            counters.countSpooled(-name.spans());
        }
    }

    /** Gives up what is too old. */
    void expire() {
        long expired = clock.millis() - options.retentionMillis();
        while (!waiting.isEmpty() && waiting.firstKey().createdMillis() < expired) {
            drop(waiting.firstKey(), LossCause.SPOOL_EXPIRED, null);
        }
    }

    /** Takes over what processes that are gone have left, and looks how much the others have. */
    void lookAround(Recovery recovery) throws IOException {
        ProcessDirectory mine = own;
        for (ProcessDirectory dead : neighbours.look(mine == null ? null : mine.path())) {
            try (dead) {
                new Adoption(dead.path(), own().path(), counters, recovery).adopt(this::add);
                dead.remove();
            }
        }
    }

    /** Where this process may keep more than requests; made when it is first asked for. */
    Path ownDirectory() throws IOException {
        return own().path();
    }

    /** Leaves what waits to the next process. */
    @Override
    public void close() throws IOException {
        ProcessDirectory mine = own;
        own = null;
        if (mine != null) {
            try (mine) {
                if (isEmpty() && !holdsLedger(mine.path())) {
                    mine.remove();
                }
            }
        }
    }

    private static boolean holdsLedger(Path directory) throws IOException {
        try (DirectoryStream<Path> ledgers = Files.newDirectoryStream(directory, SentLedger.PREFIX + "*")) {
            return ledgers.iterator().hasNext();
        }
    }

    private void add(SpoolName name, long size) {
        waiting.put(name, onDisk(size));
        bytes += onDisk(size);
    }

    private void makeRoom(long more) throws IOException {
        while (bytes + neighbours.bytes() + more > options.maxBytes()) {
            Map.Entry<SpoolName, Path> theirs = neighbours.oldest();
            boolean ours =
                    !waiting.isEmpty() && (theirs == null || waiting.firstKey().compareTo(theirs.getKey()) < 0);
            if (ours) {
                drop(waiting.firstKey(), LossCause.SPOOL_FULL, null);
            } else if (theirs == null) {
                return;
            } else if (neighbours.dropOldest()) {
                counters.countLost(LossCause.SPOOL_FULL, theirs.getKey().spans(), null);
                counters.countTaken(theirs.getKey().spans());
            }
        }
    }

    private void drop(SpoolName name, LossCause cause, @Nullable String detail) {
        counters.countLost(cause, name.spans(), detail);
        remove(name);
    }

    private void delete(String file) {
        try {
            Files.deleteIfExists(path(file));
        } catch (IOException e) {
            AgentLog.warnThrottled("spool.delete", "spool: " + file + " can't be deleted: " + AgentLog.brief(e));
        }
    }

    private Path path(String file) throws IOException {
        return own().path().resolve(file);
    }

    private ProcessDirectory own() throws IOException {
        ProcessDirectory mine = own;
        if (mine == null) {
            mine = ProcessDirectory.create(options.directory(), pid, clock.millis());
            own = mine;
        }
        return mine;
    }

    private static long onDisk(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }
}
