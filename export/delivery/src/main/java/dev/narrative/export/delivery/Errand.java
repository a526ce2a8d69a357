package dev.narrative.export.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One request on its way, and where it came from. */
final class Errand {
    private final Parcel parcel;
    private final @Nullable Spool spool;
    private final boolean probe;
    private boolean bodyStarted;
    private boolean gone;
    private int ledgerEntry;

    private Errand(Parcel parcel, @Nullable Spool spool, boolean probe) {
        this.parcel = parcel;
        this.spool = spool;
        this.probe = probe;
    }

    static Errand fromMemory(Parcel parcel) {
        return new Errand(parcel, null, false);
    }

    static Errand fromSpool(Parcel parcel, Spool spool) {
        return new Errand(parcel, spool, false);
    }

    /** A request that is sent for its answer alone. */
    static Errand probe(Parcel parcel) {
        return new Errand(parcel, null, true);
    }

    Parcel parcel() {
        return parcel;
    }

    boolean isProbe() {
        return probe;
    }

    boolean isSpooled() {
        return spool != null;
    }

    /** Whether it turned out that there is nothing to send. */
    boolean isGone() {
        return gone;
    }

    /** From now on it may have been taken. */
    void bodyStarts(@Nullable Bookkeeping books) throws IOException {
        if (spool != null) {
            try {
                spool.mark(parcel.name());
            } catch (IOException e) {
                gone = true;
                throw e;
            }
        }
        bodyStarted = true;
        if (books != null && parcel.spans() > 0) {
            ledgerEntry = books.goesOut(parcel.request().spanIds());
        }
    }

    /** It was certainly not taken. */
    void comesBack(@Nullable Bookkeeping books) {
        if (spool != null && bodyStarted) {
            spool.unmark(parcel.name());
        }
        if (books != null) {
            books.cameBack(ledgerEntry);
        }
    }

    /** What became of it is known, or never will be. */
    void ends() {
        if (spool == null) {
            return;
        }
        if (gone) {
            spool.forget(parcel.name());
        } else {
            spool.remove(parcel.name());
        }
    }
}
