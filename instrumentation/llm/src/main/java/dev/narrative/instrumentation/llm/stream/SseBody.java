package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.ByteSearch;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events whose data is JSON. The data goes straight to the JSON reader, whatever its length; of the other
 * fields only the event's name is kept. An event counts even when the stream ends without the empty line after it.
 */
final class SseBody implements BodyReader {
    private static final int LONGEST_FIELD = 16;
    private static final int LONGEST_NAME = 128;

    /** Lines of data are joined by it. */
    private static final byte[] LINE_BREAK = {'\n'};

    private enum Part {
        FIELD,
        VALUE_START,
        VALUE
    }

    private final PieceListener listener;
    private final JsonReader data = new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, this::take);
    private final byte[] field = new byte[LONGEST_FIELD];
    private final byte[] name = new byte[LONGEST_NAME];
    private int fieldLength;
    private int nameLength;
    private Part part = Part.FIELD;
    private boolean isData;
    private boolean isName;
    private boolean afterReturn;
    private JsonValue last = JsonValue.missing();
    private boolean hasData;

    SseBody(PieceListener listener) {
        this.listener = listener;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            byte c = source[at];
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                at++;
                continue;
            }
            afterReturn = false;
            switch (part) {
                case FIELD -> {
                    field(c);
                    at++;
                }
                case VALUE_START -> {
                    part = Part.VALUE;
                    if (c == ' ') {
                        at++;
                    }
                }
                default -> at = value(source, at, end);
            }
        }
    }

    @Override
    public void end() {
        if (part != Part.FIELD || fieldLength > 0) {
            line();
        }
        dispatch();
    }

    private void field(byte c) {
        switch (c) {
            case ':' -> startValue();
            case '\n', '\r' -> {
                afterReturn = c == '\r';
                if (fieldLength == 0) {
                    dispatch();
                } else {
                    line();
                }
            }
            default -> {
                if (fieldLength < LONGEST_FIELD) {
                    field[fieldLength++] = c;
                }
            }
        }
    }

    private void startValue() {
        part = Part.VALUE_START;
        isData = isField("data");
        isName = isField("event");
        if (isName) {
            nameLength = 0;
        } else if (isData && hasData) {
            data.bytes(LINE_BREAK, 0, 1);
        }
    }

    private boolean isField(String expected) {
        if (fieldLength != expected.length()) {
            return false;
        }
        for (int i = 0; i < fieldLength; i++) {
            if (field[i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the rest of a line, as far as it is here. */
    private int value(byte[] source, int from, int end) {
        int at = ByteSearch.first((byte) '\n', (byte) '\r', source, from, end);
        if (isData) {
            hasData = true;
            data.bytes(source, from, at - from);
        } else if (isName) {
            int count = Math.min(at - from, LONGEST_NAME - nameLength);
            System.arraycopy(source, from, name, nameLength, count);
            nameLength += count;
        }
        if (at < end) {
            afterReturn = source[at] == '\r';
            line();
            return at + 1;
        }
        return at;
    }

    private void line() {
        part = Part.FIELD;
        fieldLength = 0;
        isData = false;
        isName = false;
    }

    private void take(JsonValue document) {
        last = document;
    }

    private void dispatch() {
        if (hasData) {
            data.end();
            listener.event(eventName(), last);
        }
        last = JsonValue.missing();
        hasData = false;
        nameLength = 0;
    }

    private @Nullable String eventName() {
        return nameLength == 0 ? null : new String(name, 0, nameLength, StandardCharsets.UTF_8);
    }
}
