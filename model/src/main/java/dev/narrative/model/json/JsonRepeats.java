package dev.narrative.model.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The strings that a reader has met last. The pieces of a stream all say the same id and model, which so cost neither time
 * nor memory. A word of an answer is shorter than what is worth a look, a paragraph longer.
 */
final class JsonRepeats {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 64;
    private static final int PLACES = 32;

    private final @Nullable Seen[] seen = new Seen[PLACES];

    /** The string in these bytes, which hold no escapes. */
    JsonString of(byte[] bytes, int from, int to) {
        if (to - from < SHORTEST || to - from > LONGEST) {
            return decoded(bytes, from, to);
        }
        int place = JsonNames.hash(bytes, from, to) & PLACES - 1;
        Seen last = seen[place];
        if (last != null && Arrays.equals(last.bytes, 0, last.bytes.length, bytes, from, to)) {
            return last.string;
        }
        Seen met = new Seen(Arrays.copyOfRange(bytes, from, to), decoded(bytes, from, to));
        seen[place] = met;
        return met.string;
    }

    private static JsonString decoded(byte[] bytes, int from, int to) {
        return from == to
                ? JsonString.EMPTY
                : new JsonString(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    private static final class Seen {
        final byte[] bytes;
        final JsonString string;

        Seen(byte[] bytes, JsonString string) {
            this.bytes = bytes;
            this.string = string;
        }
    }
}
