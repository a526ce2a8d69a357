package dev.narrative.export.otlp;

import dev.narrative.model.AttributeVisitor;
import java.util.List;

/** Writes attributes as OTLP's {@code KeyValue} messages. */
final class KeyValueWriter implements AttributeVisitor {
    private static final int KEY = 0x0a;
    private static final int VALUE = 0x12;
    private static final int STRING_VALUE = 0x0a;
    private static final int BOOL_VALUE = 0x10;
    private static final int INT_VALUE = 0x18;
    private static final int DOUBLE_VALUE = 0x21;
    private static final int ARRAY_VALUE = 0x2a;
    private static final int ARRAY_ITEM = 0x0a;

    private final ProtobufBuffer out;
    private int tag;

    KeyValueWriter(ProtobufBuffer out) {
        this.out = out;
    }

    /** Sets the tag that the attributes have in the message which is being written. */
    KeyValueWriter as(int fieldTag) {
        tag = fieldTag;
        return this;
    }

    @Override
    public void string(String key, String value) {
        out.small(tag);
        int reserved = ProtobufBuffer.lengthSize(key.length() + value.length() + 8);
        int start = out.begin(reserved);
        out.small(KEY);
        out.string(key);
        out.small(VALUE);
        stringValue(value);
        out.end(start, reserved);
    }

    @Override
    public void integer(String key, long value) {
        int start = beginScalar(key);
        out.small(value < 0 ? 11 : 1 + varintSize(value));
        out.small(INT_VALUE);
        out.varint(value);
        out.end(start, 1);
    }

    @Override
    public void decimal(String key, double value) {
        int start = beginScalar(key);
        out.small(1 + Double.BYTES);
        out.small(DOUBLE_VALUE);
        out.fixed64(Double.doubleToRawLongBits(value));
        out.end(start, 1);
    }

    @Override
    public void bool(String key, boolean value) {
        int start = beginScalar(key);
        out.small(2);
        out.small(BOOL_VALUE);
        out.small(value ? 1 : 0);
        out.end(start, 1);
    }

    @Override
    public void strings(String key, List<String> values) {
        int start = beginScalar(key);
        int any = out.begin(1);
        out.small(ARRAY_VALUE);
        int array = out.begin(1);
        for (int i = 0; i < values.size(); i++) {
            out.small(ARRAY_ITEM);
            stringValue(values.get(i));
        }
        out.end(array, 1);
        out.end(any, 1);
        out.end(start, 1);
    }

    private int beginScalar(String key) {
        out.small(tag);
        int start = out.begin(1);
        out.small(KEY);
        out.string(key);
        out.small(VALUE);
        return start;
    }

    private void stringValue(String value) {
        int reserved = ProtobufBuffer.lengthSize(value.length() + 3);
        int start = out.begin(reserved);
        out.small(STRING_VALUE);
        out.string(value);
        out.end(start, reserved);
    }

    private static int varintSize(long value) {
        return (70 - Long.numberOfLeadingZeros(value | 1)) / 7;
    }
}
