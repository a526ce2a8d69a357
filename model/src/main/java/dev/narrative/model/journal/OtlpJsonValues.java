package dev.narrative.model.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.narrative.model.Attributes;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private OtlpJsonValues() {}

    /** Reads a list of {@code KeyValue}; the parser stands on its first token. */
    static void readAttributes(JsonParser parser, Attributes target) throws IOException {
        for (Map.Entry<String, Object> entry : readKeyValues(parser).entrySet()) {
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
    static String readText(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token.isNumeric() || token.isBoolean()) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }

    /** A 64-bit integer, as a number or as text; 0 when it is neither. */
    static long readLong(JsonParser parser) throws IOException {
        try {
            return Long.parseLong(readText(parser));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Map<String, Object> readKeyValues(JsonParser parser) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return values;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            String key = null;
            Object value = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("key")) {
                    key = readText(parser);
                } else if (field.equals("value")) {
                    value = readAnyValue(parser);
                } else {
                    parser.skipChildren();
                }
            }
            if (key != null && value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    private static @Nullable Object readAnyValue(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        Object value = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String type = parser.currentName();
            parser.nextToken();
            switch (type) {
                case "stringValue", "bytesValue" -> value = readText(parser);
                case "intValue" -> value = integer(readText(parser));
                case "doubleValue" -> value = decimal(readText(parser));
                case "boolValue" -> value = Boolean.valueOf(readText(parser));
                case "arrayValue" -> value = readValues(parser, false);
                case "kvlistValue" -> value = readValues(parser, true);
                default -> parser.skipChildren();
            }
        }
        return value;
    }

    /** Reads the field {@code values} of an array value or of a list of key and value. */
    private static Object readValues(JsonParser parser, boolean keyed) throws IOException {
        Object values = keyed ? Map.of() : List.of();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return values;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (!field.equals("values")) {
                parser.skipChildren();
            } else {
                values = keyed ? readKeyValues(parser) : readList(parser);
            }
        }
        return values;
    }

    private static List<Object> readList(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return list;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = readAnyValue(parser);
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
        JsonWriter json = new JsonWriter(128);
        writeJson(value, json);
        return new String(json.buffer(), 0, json.size(), StandardCharsets.UTF_8);
    }

    private static void writeJson(Object value, JsonWriter json) {
        if (value instanceof Map<?, ?> map) {
            json.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.name((String) entry.getKey());
                writeJson(entry.getValue(), json);
            }
            json.endObject();
        } else if (value instanceof List<?> list) {
            json.beginArray();
            for (Object item : list) {
                writeJson(item, json);
            }
            json.endArray();
        } else if (value instanceof Long integer) {
            json.value(integer);
        } else if (value instanceof Double decimal) {
            json.value(decimal);
        } else if (value instanceof Boolean bool) {
            json.value(bool);
        } else {
            json.value((String) value);
        }
    }
}
