package dev.narrative.export.otlp;

import dev.narrative.model.AttributeVisitor;
import java.util.List;

/** Writes attributes as OTLP's {@code KeyValue} messages. */
final class KeyValueWriter implements AttributeVisitor {
    static final int KEY = 0x0a;
    private static final int VALUE = 0x12;
    private static final int STRING_VALUE = 0x0a;
    private static final int BOOL_VALUE = 0x10;
    private static final int INT_VALUE = 0x18;
    private static final int DOUBLE_VALUE = 0x21;
    private static final int ARRAY_VALUE = 0x2a;
    private static final int ARRAY_ITEM = 0x0a;

    /** Up to this many bytes of encoded key and value together, the whole message stays below 128. */
    private static final int SHORT = 123;

    private final ProtobufBuffer out;
    private final KeyCache keys = new KeyCache();
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
        byte[] encodedKey = keys.find(key);
        if (encodedKey == null || encodedKey.length + value.length() > SHORT || !shortAscii(encodedKey, value)) {
            anyString(key, value);
        }
    }

    /** Nearly every attribute: all lengths are known beforehand and take one byte each. */
    private boolean shortAscii(byte[] key, String value) {
        int length = value.length();
        byte[] bytes = out.room(key.length + length + 6);
        int at = out.position();
        bytes[at] = (byte) tag;
        bytes[at + 1] = (byte) (key.length + length + 4);
        System.arraycopy(key, 0, bytes, at + 2, key.length);
        at += 2 + key.length;
        bytes[at] = VALUE;
        bytes[at + 1] = (byte) (length + 2);
        bytes[at + 2] = STRING_VALUE;
        bytes[at + 3] = (byte) length;
        if (!Utf8.writeAscii(value, length, bytes, at + 4)) {
            return false;
        }
        out.advanceTo(at + 4 + length);
        return true;
    }

    private void anyString(String key, String value) {
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
        byte[] encodedKey = keys.find(key);
        if (encodedKey == null) {
            out.small(KEY);
            out.string(key);
        } else {
            out.raw(encodedKey);
        }
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
