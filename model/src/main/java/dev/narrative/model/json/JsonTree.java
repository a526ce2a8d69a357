package dev.narrative.model.json;

import java.util.function.Consumer;

/** Builds the trees of the documents that a {@link JsonScanner} reads, within limits. */
final class JsonTree implements JsonSink {
    /** What the outermost level may have beyond the limits: its few values say what the rest is. */
    private static final int RESERVED = 256;

    /** How many characters of names there may be beyond the limit of text. */
    private static final int RESERVED_NAMES = 65_536;

    private final JsonLimits limits;
    private final boolean elements;
    private final Consumer<JsonValue> documents;
    private final JsonContainers open = new JsonContainers();
    private String name = "";
    private int skippedDepth;
    private boolean skipsValue;
    /** How many containers are around the object whose arrays are read over; negative outside of one. */
    private int vectorsDepth = -1;

    private boolean keepsWhole;
    /** How many containers are around the one in which every member is wanted; negative outside of one. */
    private int wholeDepth = -1;

    private int values;
    private int text;
    private boolean cut;

    JsonTree(JsonLimits limits, boolean elements, Consumer<JsonValue> documents) {
        this.limits = limits;
        this.elements = elements;
        this.documents = documents;
    }

    void reset() {
        open.clear();
        name = "";
        skippedDepth = 0;
        skipsValue = false;
        vectorsDepth = -1;
        keepsWhole = false;
        wholeDepth = -1;
        values = 0;
        text = 0;
    }

    /** The container that the next value goes into, {@link JsonValue#missing} when there is none. */
    JsonValue innermost() {
        return open.depth() == 0 ? JsonValue.missing() : open.innermost();
    }

    boolean wasCut() {
        return cut;
    }

    @Override
    public void beginObject() {
        if (skipsValue && skippedDepth == 0) {
            skipsValue = false;
            vectorsDepth = vectorsDepth < 0 ? open.depth() : vectorsDepth;
        }
        if (begins()) {
            JsonObject object = open.newObject();
            put(object);
            open.push(object);
        }
    }

    @Override
    public void beginArray() {
        skipsValue |= vectorsDepth >= 0;
        if (begins()) {
            JsonArray array = new JsonArray();
            put(array);
            open.push(array);
        }
    }

    /** Whether the container that begins now is kept. */
    private boolean begins() {
        if (isSkipping()) {
            skippedDepth++;
            skipsValue = false;
            return false;
        }
        cut &= open.depth() > 0;
        values++;
        if (keepsWhole) {
            keepsWhole = false;
            wholeDepth = open.depth();
        }
        return true;
    }

    @Override
    public void endContainer() {
        if (skippedDepth > 0) {
            skippedDepth--;
            return;
        }
        JsonValue container = open.pop();
        int depth = open.depth();
        if (depth <= vectorsDepth) {
            vectorsDepth = -1;
        }
        if (depth <= wholeDepth) {
            wholeDepth = -1;
        }
        if (depth == 0 ? !elements || !container.isArray() : isElement()) {
            document(container);
        }
    }

    @Override
    public void name(JsonNames.Name newName) {
        if (skippedDepth == 0) {
            name = newName.text;
            text += name.length();
            skipsValue = newName.isSkipped && wholeDepth < 0;
            keepsWhole = newName.isWhole && wholeDepth < 0;
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
        keepsWhole = false;
        values++;
        String string = value.text();
        if (string != null) {
            text += string.length();
        }
        if (open.depth() == 0 || isElement()) {
            document(value);
        } else {
            put(value);
        }
    }

    @Override
    public void cut() {
        skippedDepth = 0;
        skipsValue = false;
        while (open.depth() > 0) {
            endContainer();
        }
        cut = true;
    }

    /** Puts a value into the container around it, as soon as it begins. */
    private void put(JsonValue value) {
        if (open.depth() > 0 && !isElement()) {
            open.put(name, value);
        }
    }

    /** Whether a value that stands here is a document by itself, though within the outermost array. */
    private boolean isElement() {
        return elements && open.depth() == 1 && open.innermost().isArray();
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
        return open.depth() <= 1;
    }
}
