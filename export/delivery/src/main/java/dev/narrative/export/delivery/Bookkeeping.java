package dev.narrative.export.delivery;

import dev.narrative.core.log.AgentLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the ledger where there is a journal to compare it with after a crash; else nothing. One thread at a time. */
final class Bookkeeping implements Closeable {
    /** What ended right before the outbox was opened may have been meant for it. */
    private static final long BEFORE_THE_BEGINNING_MILLIS = 2_000;

    private final Spool spool;
    private final SteadyClock clock;
    private final Supplier<@Nullable Path> journal;
    private final long beganMillis;
    private @Nullable SentLedger ledger;
    private boolean anyUnnoted;

    Bookkeeping(Spool spool, SteadyClock clock, Supplier<@Nullable Path> journal) {
        this.spool = spool;
        this.clock = clock;
        this.journal = journal;
        this.beganMillis = clock.millis() - BEFORE_THE_BEGINNING_MILLIS;
    }

    /** Notes what may be taken from now on; the number is for {@link #cameBack}. */
    int goesOut(long[] spanIds) {
        look();
        SentLedger open = ledger;
        if (open == null) {
            anyUnnoted = true;
            return 0;
        }
        return open.goesOut(spanIds);
    }

    /** Notes that something was not taken after all. */
    void cameBack(int entry) {
        SentLedger open = ledger;
        if (open != null && entry > 0) {
            open.cameBack(entry);
        }
    }

    /** Begins with the journal, and follows it from file to file. */
    void look() {
        Path file = journal.get();
        if (file == null) {
            return;
        }
        try {
            SentLedger open = ledger;
            if (open == null) {
                open = new SentLedger(spool.ownDirectory(), clock, anyUnnoted ? clock.millis() : beganMillis);
                ledger = open;
            }
            open.journalIs(file.toAbsolutePath());
        } catch (IOException e) {
            AgentLog.warnThrottled(
                    "ledger." + spool.directory(),
                    "spool in " + spool.directory() + " can't be written (" + AgentLog.brief(e)
                            + "); if the process is killed, its last spans are not sent by the next one");
        }
    }

    /** Ends it; the file stays for whoever takes over. */
    @Override
    public void close() throws IOException {
        if (ledger != null) {
            ledger.close();
        }
    }

    /** Ends it where all that it could tell is known: nothing is left to compare. */
    void closeAndRemove() throws IOException {
        if (ledger != null) {
            ledger.close();
            ledger.remove();
        }
    }
}
