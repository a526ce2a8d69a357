package dev.narrative.model.json;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that comes in pieces into trees, one for each document. It never throws and holds no more than its limits
 * say: long strings are cut, members of the names to skip and values beyond the limit are read over, and a document that
 * breaks off is handed on as far as it came. Not thread-safe.
 */
public final class JsonReader {
    private final JsonScanner scanner;
    private final Tree tree;

    /**
     * @param elements whether the elements of an outermost array come one by one, as in a streamed array
     */
    public JsonReader(JsonLimits limits, Set<String> skipped, boolean elements, Consumer<JsonValue> documents) {
        tree = new Tree(limits, skipped, elements, documents);
        scanner = new JsonScanner(tree);
    }

    /** The document in a text, {@link JsonValue#missing} when there is none. */
    public static JsonValue read(byte[] json, JsonLimits limits) {
        JsonValue[] first = {JsonValue.missing()};
        JsonReader reader = new JsonReader(limits, Set.of(), false, document -> first[0] = document);
        reader.bytes(json, 0, json.length);
        reader.end();
        return first[0];
    }

    public void bytes(byte[] source, int offset, int length) {
        scanner.bytes(source, offset, length);
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

    /** Whether something in the last document was wrong, or it broke off. */
    public boolean wasCut() {
        return tree.cut;
    }

    private static final class Tree implements JsonSink {
        private final JsonLimits limits;
        private final Set<String> skipped;
        private final boolean elements;
        private final Consumer<JsonValue> documents;
        private final Deque<JsonValue> open = new ArrayDeque<>();
        private final Deque<String> names = new ArrayDeque<>();
        private @Nullable String name;
        private int skippedDepth;
        private boolean skipsValue;
        private int values;
        private int text;
        private boolean cut;

        Tree(JsonLimits limits, Set<String> skipped, boolean elements, Consumer<JsonValue> documents) {
            this.limits = limits;
            this.skipped = skipped;
            this.elements = elements;
            this.documents = documents;
        }

        void reset() {
            open.clear();
            names.clear();
            name = null;
            skippedDepth = 0;
            skipsValue = false;
            values = 0;
            text = 0;
        }

        @Override
        public void beginObject() {
            begin(new JsonObject());
        }

        @Override
        public void beginArray() {
            begin(new JsonArray());
        }

        private void begin(JsonValue container) {
            if (isSkipping()) {
                skippedDepth++;
                skipsValue = false;
                return;
            }
            cut &= !open.isEmpty();
            values++;
            open.push(container);
            names.push(name == null ? "" : name);
            name = null;
        }

        @Override
        public void endContainer() {
            if (skippedDepth > 0) {
                skippedDepth--;
                return;
            }
            JsonValue container = open.pop();
            name = names.pop();
            if (open.isEmpty()) {
                if (!elements || !container.isArray()) {
                    document(container);
                }
            } else {
                put(container);
            }
        }

        @Override
        public void name(String newName) {
            if (skippedDepth == 0) {
                name = newName;
                skipsValue = skipped.contains(newName);
            }
        }

        @Override
        public int room() {
            return isSkipping() ? -1 : Math.max(0, Math.min(limits.text(), limits.total() - text));
        }

        @Override
        public void value(JsonValue value) {
            if (isSkipping()) {
                skipsValue = false;
                return;
            }
            values++;
            String string = value.text();
            if (string != null) {
                text += string.length();
            }
            if (open.isEmpty()) {
                document(value);
            } else {
                put(value);
            }
        }

        @Override
        public void cut() {
            skippedDepth = 0;
            skipsValue = false;
            while (!open.isEmpty()) {
                endContainer();
            }
            cut = true;
        }

        private void put(JsonValue value) {
            JsonValue container = open.peek();
            if (container instanceof JsonObject object) {
                object.put(name == null ? "" : name, value);
                name = null;
            } else if (container instanceof JsonArray array) {
                if (elements && open.size() == 1) {
                    document(value);
                } else {
                    array.add(value);
                }
            }
        }

        private void document(JsonValue value) {
            values = 0;
            text = 0;
            documents.accept(value);
        }

        private boolean isSkipping() {
            return skippedDepth > 0 || skipsValue || values >= limits.values();
        }
    }
}
