package dev.narrative.export.delivery;

import dev.narrative.core.export.JournalFileInUse;
import dev.narrative.core.log.AgentLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ledger where there is a journal to compare it with after a crash; else nothing. The outbox's threads and the
 * journal's tell it what happens.
 */
final class Bookkeeping implements JournalFileInUse.Follower, Closeable {
    /** A span's end and the clock of this process may differ by a little. */
    private static final long TOLERANCE_MILLIS = 100;

    private final Spool spool;
    private final SteadyClock clock;
    private final long sinceMillis;
    private @Nullable SentLedger ledger;
    private boolean anyUnnoted;

    /**
     * Books without a ledger yet.
     *
     * @param sinceMillis from when on ended spans are meant for the destination
     */
    Bookkeeping(Spool spool, SteadyClock clock, long sinceMillis) {
        this.spool = spool;
        this.clock = clock;
        this.sinceMillis = sinceMillis - TOLERANCE_MILLIS;
    }

    /** Begins before there is a journal's file, since there will be one. */
    synchronized void begin() {
        try {
            open();
        } catch (IOException e) {
            warn(e);
        }
    }

    /** Notes what may be taken from now on; the number is for {@link #cameBack}. */
    synchronized int goesOut(long[] spanIds) {
        SentLedger open = ledger;
        if (open == null) {
            anyUnnoted = true;
            return 0;
        }
        return open.goesOut(spanIds);
    }

    /** Notes that something was not taken after all. */
    synchronized void cameBack(int entry) {
        SentLedger open = ledger;
        if (open != null && entry > 0) {
            open.cameBack(entry);
        }
    }

    @Override
    public synchronized void journalIs(Path file) {
        try {
            open().journalIs(file.toAbsolutePath());
        } catch (IOException e) {
            warn(e);
        }
    }

    /** Ends it; the file stays for whoever takes over. */
    @Override
    public synchronized void close() throws IOException {
        if (ledger != null) {
            ledger.close();
        }
    }

    /** Ends it where all that it could tell is known: nothing is left to compare. */
    synchronized void closeAndRemove() throws IOException {
        if (ledger != null) {
            ledger.close();
            ledger.remove();
        }
    }

    private SentLedger open() throws IOException {
        SentLedger open = ledger;
        if (open == null) {
            open = new SentLedger(spool.ownDirectory(), clock, anyUnnoted ? clock.millis() : sinceMillis);
            ledger = open;
        }
        return open;
    }

    private void warn(IOException e) {
        AgentLog.warnThrottled(
                "ledger." + spool.directory(),
                "spool in " + spool.directory() + " can't be written (" + AgentLog.brief(e)
                        + "); if the process is killed, its last spans are not sent by the next one");
    }
}
