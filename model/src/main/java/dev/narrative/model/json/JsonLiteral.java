package dev.narrative.model.json;

/** {@code true}, {@code false}, {@code null}, or nothing at all. */
final class JsonLiteral extends JsonValue {
    static final JsonLiteral MISSING = new JsonLiteral("");
    static final JsonLiteral TRUE = new JsonLiteral("true");
    static final JsonLiteral FALSE = new JsonLiteral("false");
    static final JsonLiteral NULL = new JsonLiteral("null");

    private final String word;

    JsonLiteral(String word) {
        this.word = word;
    }

    @Override
    public boolean isTrue() {
        return word.equals("true");
    }

    @Override
    public boolean isPresent() {
        return !word.isEmpty() && !word.equals("null");
    }

    @Override
    public void write(JsonWriter out) {
        if (word.isEmpty() || word.equals("null")) {
            out.nullValue();
        } else {
            out.value(isTrue());
        }
    }
}
