package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Reads the elements of a streamed array of JSON, in full. A piece begins behind an element, with what parts it from the next. */
final class ElementParser implements PieceParser {
    private final JsonReader reader;
    private boolean wholeElement;
    private int dataStart;
    private int dataEnd;

    ElementParser(PieceListener listener) {
        reader = new JsonReader(Limits.DOCUMENT, Limits.NAMES, true, data -> listener.event(null, data));
    }

    @Override
    public boolean isBetween() {
        return reader.isAfterElement();
    }

    @Override
    public void passed(byte last) {
        // It ended as the element before it did.
    }

    @Override
    public int read(byte[] source, int from, int to) {
        boolean began = isBetween();
        int at = reader.element(source, from, to);
        dataStart = began && isBetween() ? firstObject(source, from, at) : -1;
        dataEnd = at;
        wholeElement = dataStart >= 0;
        return at;
    }

    /** Where an object begins, when nothing but a comma and white space stands before it: other values are elements, too. */
    private static int firstObject(byte[] source, int from, int to) {
        int at = from;
        while (at < to && parts(source[at])) {
            at++;
        }
        return at < to && source[at] == '{' ? at : -1;
    }

    private static boolean parts(byte c) {
        return c == ',' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    @Override
    public boolean endedWithOneDocument() {
        return wholeElement;
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
