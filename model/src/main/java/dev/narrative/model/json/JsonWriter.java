package dev.narrative.model.json;

import dev.narrative.model.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON as UTF-8 into a byte array that grows. Commas come by themselves; that objects and arrays are closed is
 * the caller's care. Not thread-safe.
 */
public final class JsonWriter {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final int MAX_LONG_DIGITS = 20;
    private static final char REPLACEMENT = '\ufffd';

    private byte[] buffer;
    private int size;
    private boolean comma;

    public JsonWriter(int capacity) {
        buffer = new byte[Math.max(64, capacity)];
    }

    /** The array behind; valid up to {@link #size} and until the next call that writes. */
    public byte[] buffer() {
        return buffer;
    }

    public int size() {
        return size;
    }

    /** What was written so far. */
    public String text() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }

    /** Begins anew; an array that has grown beyond {@code keepCapacity} bytes is given back. */
    public void reset(int keepCapacity) {
        size = 0;
        comma = false;
        if (buffer.length > keepCapacity) {
            buffer = new byte[Math.max(64, Math.min(keepCapacity, 8_192))];
        }
    }

    public JsonWriter beginObject() {
        return begin('{');
    }

    public JsonWriter endObject() {
        return end('}');
    }

    public JsonWriter beginArray() {
        return begin('[');
    }

    public JsonWriter endArray() {
        return end(']');
    }

    public JsonWriter name(String name) {
        value(name);
        ensure(1);
        buffer[size++] = ':';
        comma = false;
        return this;
    }

    public JsonWriter value(String text) {
        separate();
        int length = text.length();
        ensure(length + 2);
        byte[] target = buffer;
        int at = size;
        target[at++] = '"';
        int i = 0;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ' || c == '"' || c == '\\') {
                break;
            }
            target[at++] = (byte) c;
        }
        size = at;
        if (i < length) {
            writeEscaped(text, i);
        }
        return put('"');
    }

    public JsonWriter value(long number) {
        separate();
        return digits(number);
    }

    /** A 64-bit integer in quotes, the way protobuf's JSON has it. */
    public JsonWriter quoted(long number) {
        separate();
        put('"');
        digits(number);
        return put('"');
    }

    /** A number; what JSON has no number for is a text, the way protobuf's JSON has it. */
    public JsonWriter value(double number) {
        if (Double.isFinite(number)) {
            return raw(true, Double.toString(number).getBytes(StandardCharsets.ISO_8859_1));
        }
        return value(Double.toString(number));
    }

    public JsonWriter value(boolean bool) {
        return raw(true, bool ? TRUE : FALSE);
    }

    public JsonWriter nullValue() {
        return raw(true, NULL);
    }

    /** An id as 16 lowercase hex digits in quotes. */
    public JsonWriter hex(long id) {
        separate();
        ensure(18);
        buffer[size] = '"';
        Ids.write(id, buffer, size + 1);
        buffer[size + 17] = '"';
        size += 18;
        return this;
    }

    /** An id as 32 lowercase hex digits in quotes. */
    public JsonWriter hex(long high, long low) {
        separate();
        ensure(34);
        buffer[size] = '"';
        Ids.write(high, buffer, size + 1);
        Ids.write(low, buffer, size + 17);
        buffer[size + 33] = '"';
        size += 34;
        return this;
    }

    /** Bytes that are written as they are; what comes next follows without a comma. */
    public JsonWriter raw(byte[] json) {
        raw(false, json);
        comma = false;
        return this;
    }

    private JsonWriter raw(boolean separated, byte[] json) {
        if (separated) {
            separate();
        }
        ensure(json.length);
        System.arraycopy(json, 0, buffer, size, json.length);
        size += json.length;
        return this;
    }

    private JsonWriter begin(char bracket) {
        separate();
        comma = false;
        return put(bracket);
    }

    private JsonWriter end(char bracket) {
        comma = true;
        return put(bracket);
    }

    private void separate() {
        if (comma) {
            put(',');
        }
        comma = true;
    }

    private void writeEscaped(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            ensure(6 + text.length() - i);
            char c = text.charAt(i);
            if (c < 0x80) {
                writeAscii(c);
            } else if (c < 0x800) {
                buffer[size++] = (byte) (0xc0 | (c >> 6));
                continuation(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                writeSupplementary(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                writeThreeBytes(Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
    }

    private void writeAscii(char c) {
        if (c >= ' ' && c != '"' && c != '\\') {
            buffer[size++] = (byte) c;
            return;
        }
        buffer[size++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[size++] = (byte) c;
            case '\n' -> buffer[size++] = 'n';
            case '\r' -> buffer[size++] = 'r';
            case '\t' -> buffer[size++] = 't';
            default -> {
                buffer[size++] = 'u';
                buffer[size++] = '0';
                buffer[size++] = '0';
                buffer[size++] = (byte) ('0' + (c >> 4));
                buffer[size++] = (byte) Character.forDigit(c & 0xf, 16);
            }
        }
    }

    private void writeThreeBytes(char c) {
        buffer[size++] = (byte) (0xe0 | (c >> 12));
        continuation(c >> 6);
        continuation(c);
    }

    private void writeSupplementary(int codePoint) {
        buffer[size++] = (byte) (0xf0 | (codePoint >> 18));
        continuation(codePoint >> 12);
        continuation(codePoint >> 6);
        continuation(codePoint);
    }

    private void continuation(int bits) {
        buffer[size++] = (byte) (0x80 | (bits & 0x3f));
    }

    private JsonWriter digits(long number) {
        ensure(MAX_LONG_DIGITS);
        long rest = number;
        if (number < 0) {
            buffer[size++] = '-';
        } else {
            rest = -number; // negative numbers reach one further
        }
        int length = 1;
        for (long bound = -10; length < 19 && rest <= bound; bound *= 10) {
            length++;
        }
        for (int i = size + length - 1; i >= size; i--) {
            long next = rest / 10;
            buffer[i] = (byte) ('0' + (next * 10 - rest));
            rest = next;
        }
        size += length;
        return this;
    }

    private JsonWriter put(char ascii) {
        ensure(1);
        buffer[size++] = (byte) ascii;
        return this;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(size, more), size + (size >> 1)));
        }
    }
}
