package dev.narrative.instrumentation.http;

import java.nio.ByteBuffer;

/**
 * Sees the bytes of one body as they pass from or to the application. It takes nothing out, keeps no buffer after a call
 * returns, and never throws. One thread at a time calls it; the first of {@link #complete}, {@link #fail} and {@link
 * #cancel} ends it, and whatever comes after that is ignored.
 */
public interface BodyTap {
    void bytes(byte[] source, int offset, int length);

    /** The remaining bytes of the buffer, whose position stays where it is. */
    void bytes(ByteBuffer source);

    /** The whole body has passed. */
    void complete();

    /** The body was cut off. */
    void fail(Throwable error);

    /** The application did not want the rest: it closed, cancelled or dropped the body. */
    void cancel();
}
