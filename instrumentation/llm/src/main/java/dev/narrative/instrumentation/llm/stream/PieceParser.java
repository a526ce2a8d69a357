package dev.narrative.instrumentation.llm.stream;

import org.jspecify.annotations.Nullable;

/** Reads the pieces of a stream in full, one at a time, and tells a listener of them. */
interface PieceParser {
    /** Whether nothing of a piece was read yet. */
    boolean isBetween();

    /** A piece was read elsewhere, and this is its last byte. */
    void passed(byte last);

    /**
     * Reads until a piece ends or nothing more is here.
     *
     * @return where it stopped
     */
    int read(byte[] source, int from, int to);

    /**
     * Whether a piece ended where the reading stopped, and all of it was in the bytes at hand, with one document at most
     * and that between {@link #dataStart} and {@link #dataEnd}.
     */
    boolean endedWithOneDocument();

    int dataStart();

    int dataEnd();

    /** The name of the last piece, where it had one. */
    @Nullable
    String lastName();

    /** The stream has ended, or was cut off: what is complete is told. */
    void end();
}
