package dev.narrative.model.json;

/**
 * How much of a document is kept; what is beyond is read over.
 *
 * @param text bytes of one string
 * @param total bytes of all strings of a document
 * @param values how many values of a document
 */
public record JsonLimits(int text, int total, int values) {
    public static final JsonLimits DEFAULT = new JsonLimits(1 << 20, 4 << 20, 1_000_000);

    public JsonLimits {
        if (text < 0 || total < 0 || values < 0) {
            throw new IllegalArgumentException("limits of a JSON document can't be negative");
        }
    }
}
