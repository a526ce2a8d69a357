package dev.narrative.export.delivery;

import java.io.Closeable;
import java.io.IOException;

/** Carries one request to its destination, once. */
public interface Sender extends Closeable {
    /** Hears that from now on the destination may take the request. */
    interface BodyStart {
        BodyStart UNHEARD = () -> {};

        /**
         * Called right before the first byte of the body, with the connection made; not at all when none was made.
         *
         * @throws IOException when the request is not to be sent after all
         */
        void bodyStarts() throws IOException;
    }

    /**
     * Sends. Never throws for what the network or the destination did.
     *
     * <p>{@link Reply.Later} is answered only where the request was certainly not taken: no connection, or an answer that
     * says so. What broke off after the body had begun is {@link Reply.Ambiguous}.
     */
    Reply send(Request request, BodyStart bodyStart);

    /** How long a {@link #send} may take; one that takes longer hangs and is to be {@linkplain #abort broken off}. */
    long longestMillis();

    /** Breaks off a {@link #send} that is under way on another thread; later ones are not affected. */
    void abort();

    /** Breaks off a {@link #send} that is under way on another thread, and lets none begin any more. */
    @Override
    void close();
}
