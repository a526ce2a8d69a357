package dev.narrative.model.json;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Reads JSON that comes in pieces into trees, one for each document. It never throws and holds no more than its limits
 * say: long strings are cut, vectors and values beyond the limit are read over, and a document that breaks off is handed on as
 * far as it came. Not thread-safe.
 */
public final class JsonReader {
    private static final byte[] LINE_BREAK = {'\n'};

    private final JsonScanner scanner;
    private final JsonTree tree;

    /**
     * @param names says which members are wanted
     * @param elements whether the elements of an outermost array come one by one, as in a streamed array
     */
    public JsonReader(JsonLimits limits, JsonNames names, boolean elements, Consumer<JsonValue> documents) {
        tree = new JsonTree(limits, elements, documents);
        scanner = new JsonScanner(tree, names);
    }

    /** A reader of documents of which every member is wanted. */
    public JsonReader(JsonLimits limits, boolean elements, Consumer<JsonValue> documents) {
        this(limits, JsonNames.ALL_WANTED, elements, documents);
    }

    /** The document in a text, {@link JsonValue#missing} when there is none. */
    public static JsonValue read(byte[] json, JsonLimits limits) {
        JsonValue[] first = {JsonValue.missing()};
        JsonReader reader = new JsonReader(limits, false, document -> first[0] = document);
        reader.bytes(json, 0, json.length);
        reader.end();
        return first[0];
    }

    public void bytes(byte[] source, int offset, int length) {
        scanner.bytes(source, offset, length);
    }

    /**
     * Reads no further than to the end of an object or array that is a document, or an element of an outermost array.
     *
     * @return where it stopped
     */
    public int element(byte[] source, int from, int to) {
        return scanner.element(source, from, to);
    }

    /** Whether a document may begin, and nothing of it was read. */
    public boolean isBetween() {
        return scanner.isBetween();
    }

    /** Whether an element of an outermost array has ended, and nothing of what follows it was read. */
    public boolean isAfterElement() {
        return scanner.isAfterElement();
    }

    /** Reads what the buffer has, and leaves its position. */
    public void bytes(ByteBuffer source) {
        if (source.hasArray()) {
            scanner.bytes(source.array(), source.arrayOffset() + source.position(), source.remaining());
            return;
        }
        ByteBuffer rest = source.duplicate();
        byte[] piece = new byte[Math.min(8_192, rest.remaining())];
        while (rest.hasRemaining()) {
            int count = Math.min(piece.length, rest.remaining());
            rest.get(piece, 0, count);
            scanner.bytes(piece, 0, count);
        }
    }

    /** Ends the document that is being read, complete or not; the next bytes begin another. */
    public void end() {
        scanner.end();
        scanner.reset();
        tree.reset();
    }

    /** Ends a line of documents that stand on one each: what is wrong in one does not reach the next. */
    public void lineEnded() {
        if (scanner.isWithin()) {
            scanner.bytes(LINE_BREAK, 0, 1);
        } else {
            end();
        }
    }

    /** Whether something in the last document was wrong, or it broke off. */
    public boolean wasCut() {
        return tree.wasCut();
    }
}
