package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonReader;

/** A body of JSON: one document, one on each line, or the elements of a streamed array. */
public final class JsonBody implements BodyReader {
    private final JsonReader reader;
    private final boolean lines;

    private JsonBody(JsonReader reader, boolean lines) {
        this.reader = reader;
        this.lines = lines;
    }

    /** What is asked, in which every member counts. */
    public static JsonBody request(PieceListener listener) {
        return new JsonBody(new JsonReader(Limits.DOCUMENT, false, listener::document), false);
    }

    static JsonBody answer(PieceListener listener) {
        return new JsonBody(new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, listener::document), false);
    }

    /** A line that is wrong does not spoil the next one. A document may have line breaks of its own all the same. */
    static JsonBody lines(PieceListener listener) {
        return new JsonBody(
                new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, data -> listener.event(null, data)), true);
    }

    static JsonBody elements(PieceListener listener) {
        return new JsonBody(
                new JsonReader(Limits.DOCUMENT, Limits.NAMES, true, data -> listener.event(null, data)), false);
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        int from = offset;
        int end = offset + length;
        if (lines) {
            for (int i = offset; i < end; i++) {
                if (source[i] == '\n') {
                    reader.bytes(source, from, i - from);
                    reader.lineEnded();
                    from = i + 1;
                }
            }
        }
        reader.bytes(source, from, end - from);
    }

    @Override
    public void end() {
        reader.end();
    }
}
