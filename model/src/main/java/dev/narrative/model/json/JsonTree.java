package dev.narrative.model.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds the trees of the documents that a {@link JsonScanner} reads, within limits. */
final class JsonTree implements JsonSink {
    /** What the outermost level may have beyond the limits: its few values say what the rest is. */
    private static final int RESERVED = 256;

    /** How many characters of names there may be beyond the limit of text. */
    private static final int RESERVED_NAMES = 65_536;

    private final JsonLimits limits;
    private final Set<String> skipped;
    private final boolean elements;
    private final Consumer<JsonValue> documents;
    private final Deque<JsonValue> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private @Nullable String name;
    private int skippedDepth;
    private boolean skipsValue;
    /** How many containers are around the object whose arrays are read over; negative outside of one. */
    private int vectorsDepth = -1;

    private int values;
    private int text;
    private boolean cut;

    JsonTree(JsonLimits limits, Set<String> skipped, boolean elements, Consumer<JsonValue> documents) {
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
        vectorsDepth = -1;
        values = 0;
        text = 0;
    }

    boolean wasCut() {
        return cut;
    }

    @Override
    public void beginObject() {
        if (skipsValue && skippedDepth == 0) {
            skipsValue = false;
            vectorsDepth = vectorsDepth < 0 ? open.size() : vectorsDepth;
        }
        begin(new JsonObject());
    }

    @Override
    public void beginArray() {
        skipsValue |= vectorsDepth >= 0;
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
        if (open.size() <= vectorsDepth) {
            vectorsDepth = -1;
        }
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
            text += newName.length();
            skipsValue = skipped.contains(newName);
        }
    }

    @Override
    public int room() {
        if (isSkipping()) {
            return -1;
        }
        int left = Math.max(0, limits.total() - text);
        return Math.min(limits.text(), isOutermost() ? Math.max(RESERVED, left) : left);
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
        return skippedDepth > 0 || skipsValue || isFull();
    }

    private boolean isFull() {
        int reserved = isOutermost() ? RESERVED : 0;
        return values >= limits.values() + reserved || text >= limits.total() + RESERVED_NAMES + reserved;
    }

    private boolean isOutermost() {
        return open.size() <= 1;
    }
}
