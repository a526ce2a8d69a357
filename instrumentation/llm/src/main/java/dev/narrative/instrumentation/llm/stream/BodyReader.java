package dev.narrative.instrumentation.llm.stream;

/** Reads a body in the pieces in which it passes. It keeps none of their arrays, and takes anything without an error. */
public interface BodyReader {
    void bytes(byte[] source, int offset, int length);

    /** The body has ended, or was cut off: what is complete is handed on. */
    void end();
}
