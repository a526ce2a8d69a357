package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.ByteSearch;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events whose data is JSON, in full. The data goes straight to the JSON reader, whatever its length; of the
 * other fields only the event's name is kept. An event counts even when the stream ends without the empty line after it.
 */
final class SseParser implements PieceParser {
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
    private @Nullable String lastName;
    private boolean oneLine;
    private int dataLines;
    private int dataStart;
    private int dataEnd;

    SseParser(PieceListener listener) {
        this.listener = listener;
    }

    @Override
    public boolean isBetween() {
        return part == Part.FIELD && fieldLength == 0 && nameLength == 0 && !hasData && !afterReturn;
    }

    @Override
    public void passed(byte last) {
        afterReturn = last == '\r';
    }

    @Override
    public int read(byte[] source, int from, int to) {
        int at = from;
        oneLine = false;
        while (at < to) {
            byte c = source[at];
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                at++;
                if (isBetween()) {
                    return at;
                }
                continue;
            }
            afterReturn = false;
            switch (part) {
                case FIELD -> {
                    at++;
                    if (field(c)) {
                        return at;
                    }
                }
                case VALUE_START -> {
                    part = Part.VALUE;
                    if (c == ' ') {
                        at++;
                    }
                }
                default -> at = value(source, at, to);
            }
        }
        return at;
    }

    @Override
    public void end() {
        if (part != Part.FIELD || fieldLength > 0) {
            line();
        }
        dispatch();
    }

    /** One line of data is one document, or none. */
    @Override
    public boolean endedWithOneDocument() {
        return oneLine;
    }

    @Override
    public int dataStart() {
        return dataStart;
    }

    @Override
    public int dataEnd() {
        return dataEnd;
    }

    @Override
    public @Nullable String lastName() {
        return lastName;
    }

    /** Whether this ends an event. */
    private boolean field(byte c) {
        switch (c) {
            case ':' -> startValue();
            case '\n', '\r' -> {
                afterReturn = c == '\r';
                if (fieldLength == 0) {
                    dispatch();
                    return true;
                }
                line();
            }
            default -> {
                if (fieldLength < LONGEST_FIELD) {
                    field[fieldLength++] = c;
                }
            }
        }
        return false;
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
            dataLines = hasData ? dataLines + 1 : 1;
            hasData = true;
            dataStart = from;
            dataEnd = at;
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
        lastName = nameLength == 0 ? null : new String(name, 0, nameLength, StandardCharsets.UTF_8);
        if (hasData) {
            data.end();
            oneLine = dataLines == 1;
            listener.event(lastName, last);
        }
        last = JsonValue.missing();
        hasData = false;
        nameLength = 0;
    }
}
