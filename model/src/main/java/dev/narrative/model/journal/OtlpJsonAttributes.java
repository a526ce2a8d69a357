package dev.narrative.model.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes attributes as a list of OTLP's {@code KeyValue}, each value under the name of its type. */
final class OtlpJsonAttributes implements AttributeVisitor {
    private static final byte[] COMMA = ",".getBytes(US_ASCII);
    private static final byte[] STRING = "\"stringValue\":".getBytes(US_ASCII);
    private static final byte[] INTEGER = "\"intValue\":".getBytes(US_ASCII);
    private static final byte[] DECIMAL = "\"doubleValue\":".getBytes(US_ASCII);
    private static final byte[] BOOL = "\"boolValue\":".getBytes(US_ASCII);
    private static final byte[] STRINGS = "\"arrayValue\":{\"values\":[".getBytes(US_ASCII);
    private static final byte[] ITEM = "{\"stringValue\":".getBytes(US_ASCII);
    private static final byte[] NEXT_ITEM = ",{\"stringValue\":".getBytes(US_ASCII);
    private static final byte[] ITEM_END = "}".getBytes(US_ASCII);
    private static final byte[] STRINGS_END = "]}}}".getBytes(US_ASCII);
    private static final byte[] VALUE_END = "}}".getBytes(US_ASCII);
    private static final byte[] LIST_END = "]".getBytes(US_ASCII);

    private final JsonWriter out;
    private final EncodedKeys keys;
    private boolean first;
    private @Nullable String skipped;

    OtlpJsonAttributes(JsonWriter out, EncodedKeys keys) {
        this.out = out;
        this.keys = keys;
    }

    /** Begins a list with {@code prefix}, which ends in the opening bracket. */
    void begin(byte[] prefix) {
        out.raw(prefix);
        first = true;
    }

    /** Leaves one key out from here on. */
    void skip(String key) {
        skipped = key;
    }

    void end() {
        out.raw(LIST_END);
    }

    @Override
    public void string(String key, String value) {
        if (key(key)) {
            out.raw(STRING).value(value).raw(VALUE_END);
        }
    }

    @Override
    public void integer(String key, long value) {
        if (key(key)) {
            out.raw(INTEGER).quoted(value).raw(VALUE_END);
        }
    }

    @Override
    public void decimal(String key, double value) {
        if (key(key)) {
            out.raw(DECIMAL).value(value).raw(VALUE_END);
        }
    }

    @Override
    public void bool(String key, boolean value) {
        if (key(key)) {
            out.raw(BOOL).value(value).raw(VALUE_END);
        }
    }

    @Override
    public void strings(String key, List<String> values) {
        if (!key(key)) {
            return;
        }
        out.raw(STRINGS);
        for (int i = 0; i < values.size(); i++) {
            out.raw(i == 0 ? ITEM : NEXT_ITEM).value(values.get(i)).raw(ITEM_END);
        }
        out.raw(STRINGS_END);
    }

    private boolean key(String key) {
        if (key.equals(skipped)) {
            return false;
        }
        if (!first) {
            out.raw(COMMA);
        }
        first = false;
        keys.write(key, out);
        return true;
    }
}
