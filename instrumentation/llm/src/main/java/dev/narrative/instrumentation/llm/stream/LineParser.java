package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.ByteSearch;
import dev.narrative.model.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of JSON, in full. A line that is wrong does not spoil the next one; a document may have line breaks of its own
 * all the same.
 */
final class LineParser implements PieceParser {
    private final JsonReader reader;
    private boolean between = true;
    private boolean wholeLine;
    private int dataStart;
    private int dataEnd;

    LineParser(PieceListener listener) {
        reader = new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, data -> listener.event(null, data));
    }

    @Override
    public boolean isBetween() {
        return between;
    }

    @Override
    public void passed(byte last) {
        // It was a line with its end, as those are that are read here.
    }

    @Override
    public int read(byte[] source, int from, int to) {
        int at = ByteSearch.first((byte) '\n', (byte) '\n', source, from, to);
        boolean began = between;
        reader.bytes(source, from, at - from);
        between = false;
        wholeLine = false;
        if (at == to) {
            return to;
        }
        boolean ended = reader.isBetween();
        reader.lineEnded();
        between = reader.isBetween();
        wholeLine = began && ended;
        dataStart = from;
        dataEnd = at;
        return at + 1;
    }

    @Override
    public boolean endedWithOneDocument() {
        return wholeLine;
    }

    @Override
    public int dataStart() {
        return dataStart;
    }

    @Override
    public int dataEnd() {
        return dataEnd;
    }

    @Override
    public @Nullable String lastName() {
        return null;
    }

    @Override
    public void end() {
        reader.end();
    }
}
