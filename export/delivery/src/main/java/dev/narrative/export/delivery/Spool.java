package dev.narrative.export.delivery;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait on disk, one file each, in a directory of this process's own. Bounded in size, over all processes, and
 * in age; the newest win. One thread at a time, but for {@link #ownDirectory}.
 */
final class Spool implements Closeable {
    private final SpoolOptions options;
    private final SpoolDisk disk;
    private final SteadyClock clock;
    private final DestinationCounters counters;
    private final long pid;
    private final Neighbours neighbours;
    private final SpoolIndex index = new SpoolIndex();
    private @Nullable ProcessDirectory own;

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

    /** Takes a request; false when it can't be written, which has been said. */
    boolean write(Parcel parcel) {
        byte[] file = SpoolFormat.encode(parcel.request());
        long size = SpoolIndex.onDisk(file.length);
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
        index.add(parcel.name(), size);
        counters.countSpooled(parcel.spans());
        return true;
    }

    /** The oldest request that can be sent, {@code null} when none waits. */
    @Nullable
    Parcel oldest() {
        expire();
        for (SpoolName name = index.oldest(); name != null; name = index.oldest()) {
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
        index.mark(name);
    }

    /** Takes the mark away, since the request was not taken after all. */
    void unmark(SpoolName name) {
        try {
            SpoolDisk.move(path(name.sending()), path(name.waiting()));
            index.unmark(name);
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
        if (index.remove(name)) {
            counters.countSpooled(-name.spans());
        }
    }

    /** Gives up what is too old. */
    void expire() {
        long expired = clock.millis() - options.retentionMillis();
        for (SpoolName name = index.oldest(); name != null && name.createdMillis() < expired; name = index.oldest()) {
            drop(name, LossCause.SPOOL_EXPIRED, null);
        }
    }

    /** Looks how much other processes have, and owns what those that are gone have left; each is to be adopted or closed. */
    List<ProcessDirectory> lookAround() throws IOException {
        ProcessDirectory mine = present();
        return neighbours.look(mine == null ? null : mine.path());
    }

    /** Takes over what a process that is gone has left. */
    void adopt(ProcessDirectory dead, boolean recovered) throws IOException {
        new Adoption(dead.path(), own().path(), counters, recovered).adopt(index::add);
        dead.remove();
    }

    /** Where this process may keep more than requests; made when it is first asked for. */
    Path ownDirectory() throws IOException {
        return own().path();
    }

    /** Leaves what waits to the next process. */
    @Override
    public void close() throws IOException {
        ProcessDirectory mine = giveUp();
        if (mine != null) {
            try (mine) {
                if (index.isEmpty() && !SentLedger.isIn(mine.path())) {
                    mine.remove();
                }
            }
        }
    }

    private void makeRoom(long more) throws IOException {
        while (index.bytes() + neighbours.bytes() + more > options.maxBytes()) {
            Map.Entry<SpoolName, Path> theirs = neighbours.oldest();
            SpoolName ours = index.oldest();
            if (ours != null && (theirs == null || ours.compareTo(theirs.getKey()) < 0)) {
                drop(ours, LossCause.SPOOL_FULL, null);
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

    private synchronized @Nullable ProcessDirectory present() {
        return own;
    }

    private synchronized @Nullable ProcessDirectory giveUp() {
        ProcessDirectory mine = own;
        own = null;
        return mine;
    }

    private synchronized ProcessDirectory own() throws IOException {
        ProcessDirectory mine = own;
        if (mine == null) {
            mine = ProcessDirectory.create(options.directory(), pid, clock.millis());
            own = mine;
        }
        return mine;
    }
}
