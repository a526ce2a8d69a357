package dev.narrative.console.server.otlp;

import static dev.narrative.console.server.otlp.ProtobufReader.FIXED64;
import static dev.narrative.console.server.otlp.ProtobufReader.LENGTH;
import static dev.narrative.console.server.otlp.ProtobufReader.VARINT;

import dev.narrative.model.Attributes;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code KeyValue} messages. As the journal has them: lists become lists of strings, maps become JSON text, bytes
 * Base64.
 */
final class ProtobufAttributes {
    /** Of a span, an event or a resource; OpenTelemetry's own limit is 128. */
    private static final int MAX_ATTRIBUTES = 1_024;

    private static final int MAX_DEPTH = 32;

    private ProtobufAttributes() {}

    /** Reads one attribute; what is beyond the limit is left out. */
    static void read(ProtobufReader keyValue, Attributes target) throws IOException {
        readEntry(keyValue, 0, (key, value) -> {
            if (target.size() < MAX_ATTRIBUTES) {
                put(key, value, target);
            }
        });
    }

    /** Hands over a key with its value, if it has one. */
    private static void readEntry(ProtobufReader keyValue, int depth, BiConsumer<String, Object> target)
            throws IOException {
        String key = "";
        Object value = null;
        while (keyValue.next()) {
            if (keyValue.is(1, LENGTH)) {
                key = keyValue.text();
            } else if (keyValue.is(2, LENGTH)) {
                value = value(keyValue.message(), depth);
            } else {
                keyValue.skip();
            }
        }
        if (value != null) {
            target.accept(key, value);
        }
    }

    private static void put(String key, Object value, Attributes target) {
        if (value instanceof Long integer) {
            target.put(key, integer);
        } else if (value instanceof Double decimal) {
            target.put(key, decimal);
        } else if (value instanceof Boolean bool) {
            target.put(key, bool);
        } else if (value instanceof List<?> list) {
            target.put(key, list.stream().map(ProtobufAttributes::text).toList());
        } else {
            target.put(key, text(value));
        }
    }

    private static @Nullable Object value(ProtobufReader any, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("an attribute's value is nested deeper than " + MAX_DEPTH);
        }
        Object value = null;
        while (any.next()) {
            if (any.is(1, LENGTH)) {
                value = any.text();
            } else if (any.is(2, VARINT)) {
                value = any.varint() != 0;
            } else if (any.is(3, VARINT)) {
                value = any.varint();
            } else if (any.is(4, FIXED64)) {
                value = Double.longBitsToDouble(any.fixed64());
            } else if (any.is(5, LENGTH)) {
                value = list(any.message(), depth);
            } else if (any.is(6, LENGTH)) {
                value = map(any.message(), depth);
            } else if (any.is(7, LENGTH)) {
                value = any.base64();
            } else {
                any.skip();
            }
        }
        return value;
    }

    private static List<Object> list(ProtobufReader array, int depth) throws IOException {
        List<Object> values = new ArrayList<>();
        while (array.next()) {
            if (array.is(1, LENGTH)) {
                Object value = value(array.message(), depth + 1);
                if (value != null) {
                    values.add(value);
                }
            } else {
                array.skip();
            }
        }
        return values;
    }

    private static Map<String, Object> map(ProtobufReader list, int depth) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (list.next()) {
            if (list.is(1, LENGTH)) {
                readEntry(list.message(), depth + 1, values::put);
            } else {
                list.skip();
            }
        }
        return values;
    }

    private static String text(Object value) {
        if (!(value instanceof Map || value instanceof List)) {
            return value.toString();
        }
        JsonWriter out = new JsonWriter(128);
        write(value, out);
        return out.text();
    }

    private static void write(Object value, JsonWriter out) {
        if (value instanceof Map<?, ?> map) {
            out.beginObject();
            map.forEach((key, member) -> {
                out.name(key.toString());
                write(member, out);
            });
            out.endObject();
        } else if (value instanceof List<?> list) {
            out.beginArray();
            list.forEach(item -> write(item, out));
            out.endArray();
        } else if (value instanceof Long integer) {
            out.value(integer.longValue());
        } else if (value instanceof Double decimal) {
            out.value(decimal.doubleValue());
        } else if (value instanceof Boolean bool) {
            out.value(bool.booleanValue());
        } else {
            out.value(value.toString());
        }
    }
}
