package dev.narrative.model.json;

import org.jspecify.annotations.Nullable;

/** A string, of which a long one may have lost its end. */
public final class JsonString extends JsonValue {
    static final JsonString EMPTY = new JsonString("");

    private final String kept;
    private final long length;
    private final byte @Nullable [] digest;

    JsonString(String kept) {
        this(kept, kept.length(), null);
    }

    /**
     * @param length of the whole, in bytes as it came
     * @param digest the SHA-256 of the whole, as it came
     */
    JsonString(String kept, long length, byte @Nullable [] digest) {
        this.kept = kept;
        this.length = length;
        this.digest = digest;
    }

    @Override
    public String text() {
        return kept;
    }

    /** The length of the whole: in characters when all of it was kept, else in bytes. */
    public long length() {
        return length;
    }

    public boolean isCut() {
        return digest != null;
    }

    /** The SHA-256 of a string that was cut, over all of it as it came; {@code null} when it was kept whole. */
    public byte @Nullable [] digest() {
        return digest == null ? null : digest.clone();
    }

    @Override
    public void write(JsonWriter out) {
        out.value(kept);
    }
}
