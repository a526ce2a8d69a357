package dev.narrative.instrumentation.llm.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonString;
import dev.narrative.model.json.JsonValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of 50 MB of whatever shape, less than 2 MB are held. */
final class LimitsTest {
    private static final long SENT = 50L << 20;
    private static final long HELD = 2L << 20;
    private static final int OBJECT = 24;
    private static final int SLOT = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "0",
                "123456789.123456789e-10",
                "null",
                "\"\"",
                "\"a short text\"",
                "\"é\u4e00 a text that is not Latin, which takes two bytes for each of its characters\"",
                "\"long\"",
                "{\"name\":1}",
                "{\"new name #\":1}",
                "{\"long name #\":{\"a\":[{\"b\":{}}]}}",
                "{\"embedding\":[1,2,3],\"embeddings\":{\"values\":[1]}}",
                "[[[[[[[[[[]]]]]]]]]]",
            })
    void bounds(String element) {
        List<JsonValue> documents = new ArrayList<>();
        JsonReader reader = new JsonReader(Limits.DOCUMENT, false, documents::add);
        String start = "{\"messages\":[";
        reader.bytes(start.getBytes(UTF_8), 0, start.length());
        String whole = element.replace("long", "x".repeat(100_000)) + ",";
        byte[] fixed = whole.getBytes(UTF_8);
        boolean isNew = element.contains("#");
        long sent = 0;
        for (int number = 0; sent < SENT; number++) {
            byte[] piece = isNew ? whole.replace("#", Integer.toString(number)).getBytes(UTF_8) : fixed;
            reader.bytes(piece, 0, piece.length);
            sent += piece.length;
        }
        reader.end();

        assertThat(documents).hasSize(1);
        long held = held(documents.get(0), new IdentityHashMap<>());
        assertThat(held).isPositive().isLessThan(HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"", "{\"a\":\"", "[1", "{\"a\":{\"b\":\"\\u00e9", "\""})
    void bounds_whatNeverEnds(String start) {
        List<JsonValue> documents = new ArrayList<>();
        JsonReader reader = new JsonReader(Limits.DOCUMENT, false, documents::add);
        reader.bytes(start.getBytes(UTF_8), 0, start.length());
        byte[] piece = "1".repeat(1 << 20).getBytes(UTF_8);
        for (long sent = 0; sent < SENT; sent += piece.length) {
            reader.bytes(piece, 0, piece.length);
        }
        reader.end();

        for (JsonValue document : documents) {
            assertThat(held(document, new IdentityHashMap<>())).isLessThan(HELD);
        }
    }

    /** Bytes that a tree holds, on a 64-bit JVM with compressed references, counted high rather than low. */
    private static long held(JsonValue value, Map<Object, Boolean> counted) {
        if (counted.put(value, true) != null) {
            return 0;
        }
        long bytes = OBJECT + text(value.text(), counted);
        if (value instanceof JsonString string && string.isCut()) {
            bytes += 16 + 32;
        }
        if (value.isNumber()) {
            bytes += text(value.toJson(), counted);
        }
        if (value.isArray()) {
            bytes += OBJECT + 16 + (long) Math.max(4, value.size() * 3 / 2) * SLOT;
        }
        if (value.isObject()) {
            bytes += 2 * (16 + (long) Math.max(4, value.size() * 2) * SLOT);
        }
        for (JsonValue element : value.elements()) {
            bytes += held(element, counted);
        }
        for (String name : value.names()) {
            bytes += text(name, counted) + held(value.get(name), counted);
        }
        return bytes;
    }

    private static long text(@Nullable String text, Map<Object, Boolean> counted) {
        if (text == null || text.isEmpty() || counted.put(text, true) != null) {
            return 0;
        }
        boolean isLatin = text.chars().allMatch(c -> c < 256);
        return OBJECT + 16 + (long) text.length() * (isLatin ? 1 : 2);
    }
}
