package dev.narrative.model.journal;

import dev.narrative.model.json.JsonWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers attribute keys as the JSON that they become. There are few keys and they come again with every span; of two
 * that fall on the same place the later stays.
 */
final class EncodedKeys {
    private static final int PLACES = 256;
    private static final int MAX_KEY_LENGTH = 100;

    private final @Nullable String[] keys = new String[PLACES];
    private final byte[][] encoded = new byte[PLACES][];

    /** Writes a {@code KeyValue} up to its value, whose object is begun. */
    void write(String key, JsonWriter out) {
        int hash = key.hashCode();
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        String known = keys[place];
        if (known == null || !known.equals(key)) {
            byte[] json = encode(key);
            if (key.length() > MAX_KEY_LENGTH) {
                out.raw(json);
                return;
            }
            keys[place] = key;
            encoded[place] = json;
        }
        out.raw(encoded[place]);
    }

    private static byte[] encode(String key) {
        JsonWriter json = new JsonWriter(128);
        json.beginObject().name("key").value(key).name("value").beginObject();
        return Arrays.copyOf(json.buffer(), json.size());
    }
}
