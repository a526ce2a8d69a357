package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonReader;

/** A body that is one document of JSON. */
public final class JsonBody implements BodyReader {
    private final JsonReader reader;

    private JsonBody(JsonReader reader) {
        this.reader = reader;
    }

    /** What is asked, in which every member counts. */
    public static JsonBody request(PieceListener listener) {
        return new JsonBody(new JsonReader(Limits.DOCUMENT, false, listener::document));
    }

    static JsonBody answer(PieceListener listener) {
        return new JsonBody(new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, listener::document));
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        reader.bytes(source, offset, length);
    }

    @Override
    public void end() {
        reader.end();
    }
}
