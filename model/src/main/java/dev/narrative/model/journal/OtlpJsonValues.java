package dev.narrative.model.journal;

import dev.narrative.model.Attributes;
import dev.narrative.model.json.JsonCursor;
import dev.narrative.model.json.JsonCursor.Token;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads OTLP's {@code KeyValue} lists and scalars, tolerantly: a value of another type than expected is read as what
 * it is, unknown fields are skipped. Lists become lists of strings, maps become JSON text.
 */
final class OtlpJsonValues {
    /** Of a span, an event or a resource; OpenTelemetry's own limit is 128. */
    private static final int MAX_ATTRIBUTES = 1_024;

    private OtlpJsonValues() {}

    /** Reads a list of {@code KeyValue}; the cursor stands on its beginning. */
    static void readAttributes(JsonCursor json, Attributes target) throws IOException {
        for (Map.Entry<String, Object> entry : readKeyValues(json).entrySet()) {
            if (target.size() >= MAX_ATTRIBUTES) {
                return; // each is compared with those before it
            }
            Object value = entry.getValue();
            if (value instanceof Long integer) {
                target.put(entry.getKey(), integer);
            } else if (value instanceof Double decimal) {
                target.put(entry.getKey(), decimal);
            } else if (value instanceof Boolean bool) {
                target.put(entry.getKey(), bool);
            } else if (value instanceof List<?> list) {
                target.put(entry.getKey(), texts(list));
            } else {
                target.put(entry.getKey(), text(value));
            }
        }
    }

    /** The text of a scalar; empty for null, an object or a list. */
    static String readText(JsonCursor json) throws IOException {
        if (json.hasText()) {
            return json.text();
        }
        json.skipChildren();
        return "";
    }

    /** A 64-bit integer, as a number or as text; 0 when it is neither. */
    static long readLong(JsonCursor json) throws IOException {
        try {
            return Long.parseLong(readText(json));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Map<String, Object> readKeyValues(JsonCursor json) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        if (json.token() != Token.BEGIN_ARRAY) {
            json.skipChildren();
            return values;
        }
        while (json.next() != Token.END_ARRAY) {
            if (json.token() != Token.BEGIN_OBJECT) {
                json.skipChildren();
                continue;
            }
            String key = null;
            Object value = null;
            while (json.next() != Token.END_OBJECT) {
                String field = json.name();
                if (field.equals("key")) {
                    key = json.hasText() ? json.recurringText() : readText(json);
                } else if (field.equals("value")) {
                    value = readAnyValue(json);
                } else {
                    json.skipChildren();
                }
            }
            if (key != null && value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    private static @Nullable Object readAnyValue(JsonCursor json) throws IOException {
        if (json.token() != Token.BEGIN_OBJECT) {
            json.skipChildren();
            return null;
        }
        Object value = null;
        while (json.next() != Token.END_OBJECT) {
            String type = json.name();
            switch (type) {
                case "stringValue", "bytesValue" -> value = readText(json);
                case "intValue" -> value = integer(readText(json));
                case "doubleValue" -> value = decimal(readText(json));
                case "boolValue" -> value = Boolean.valueOf(readText(json));
                case "arrayValue" -> value = readValues(json, false);
                case "kvlistValue" -> value = readValues(json, true);
                default -> json.skipChildren();
            }
        }
        return value;
    }

    /** Reads the field {@code values} of an array value or of a list of key and value. */
    private static Object readValues(JsonCursor json, boolean keyed) throws IOException {
        Object values = keyed ? Map.of() : List.of();
        if (json.token() != Token.BEGIN_OBJECT) {
            json.skipChildren();
            return values;
        }
        while (json.next() != Token.END_OBJECT) {
            String field = json.name();
            if (!field.equals("values")) {
                json.skipChildren();
            } else {
                values = keyed ? readKeyValues(json) : readList(json);
            }
        }
        return values;
    }

    private static List<Object> readList(JsonCursor json) throws IOException {
        List<Object> list = new ArrayList<>();
        if (json.token() != Token.BEGIN_ARRAY) {
            json.skipChildren();
            return list;
        }
        while (json.next() != Token.END_ARRAY) {
            Object value = readAnyValue(json);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private static Object integer(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object decimal(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static List<String> texts(List<?> values) {
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            texts.add(text(value));
        }
        return texts;
    }

    private static String text(Object value) {
        if (!(value instanceof Map || value instanceof List)) {
            return value.toString();
        }
        JsonWriter out = new JsonWriter(128);
        writeJson(value, out);
        return out.text();
    }

    private static void writeJson(Object value, JsonWriter out) {
        if (value instanceof Map<?, ?> map) {
            out.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.name((String) entry.getKey());
                writeJson(entry.getValue(), out);
            }
            out.endObject();
        } else if (value instanceof List<?> list) {
            out.beginArray();
            for (Object item : list) {
                writeJson(item, out);
            }
            out.endArray();
        } else if (value instanceof Long integer) {
            out.value(integer);
        } else if (value instanceof Double decimal) {
            out.value(decimal);
        } else if (value instanceof Boolean bool) {
            out.value(bool);
        } else {
            out.value((String) value);
        }
    }
}
