package dev.narrative.model.json;

/**
 * Finds the tokens of JSON that comes in pieces of any size, without waiting for the next piece or keeping one. It takes
 * any number of documents one after the other, and never throws: where a document is wrong it is cut, and the rest is
 * read over until {@link #reset}.
 */
final class JsonScanner {
    private static final int DEEPEST = 256;
    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_NAME = 512;

    private static final byte QUOTE = '"';
    private static final byte ESCAPE = '\\';

    private enum State {
        VALUE,
        VALUE_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        COMMA_OR_END,
        IN_NAME,
        IN_STRING,
        IN_WORD,
        BROKEN
    }

    private final JsonSink sink;
    private final JsonStrings strings;
    private final boolean[] isObject = new boolean[DEEPEST];
    private final char[] word = new char[LONGEST_WORD];
    private int wordLength;
    private int valueStart;
    private int valueEnd;
    private int depth;
    private boolean escaped;
    private boolean elementEnded;
    private State state = State.VALUE;

    JsonScanner(JsonSink sink, JsonNames names) {
        this.sink = sink;
        this.strings = new JsonStrings(names);
    }

    void bytes(byte[] source, int offset, int length) {
        int end = offset + length;
        for (int at = offset; at < end; ) {
            at = element(source, at, end);
        }
    }

    /** Reads until a container ends that is the outermost one, or an element of an outermost array, and tells where. */
    int element(byte[] source, int from, int end) {
        int at = from;
        elementEnded = false;
        while (at < end && !elementEnded) {
            if (state == State.IN_STRING || state == State.IN_NAME) {
                at = inString(source, at, end);
            } else if (state == State.IN_WORD) {
                at = inWord(source, at, end);
            } else if (state == State.BROKEN) {
                return end;
            } else {
                byte c = source[at];
                at = c == ' ' || c == '\n' || c == '\r' || c == '\t' ? at + 1 : token(c, source, at + 1, end);
            }
        }
        return at;
    }

    /** Nothing more comes: a document that is not complete is cut. */
    void end() {
        if (state == State.IN_WORD) {
            finishWord();
        }
        if (depth > 0 || state == State.IN_STRING) {
            breakOff();
        }
    }

    /** Begins anew, whatever came before. */
    void reset() {
        depth = 0;
        escaped = false;
        state = State.VALUE;
    }

    /** Where the value that the sink is shown begins in the bytes that were given, when all of it is there. */
    int valueStart() {
        return valueStart;
    }

    /** Where it ends. */
    int valueEnd() {
        return valueEnd;
    }

    /** Whether a document goes on, with nothing wrong so far, where white space may stand. */
    boolean isWithin() {
        return depth > 0 && state != State.IN_STRING && state != State.IN_NAME && state != State.BROKEN;
    }

    /** Whether the next document may begin, and nothing of it was read. */
    boolean isBetween() {
        return depth == 0 && state == State.VALUE;
    }

    /** Whether an element of an outermost array has ended, and nothing of what follows it was read. */
    boolean isAfterElement() {
        return depth == 1 && !isObject[0] && state == State.COMMA_OR_END;
    }

    /** Takes a token that begins with this byte, as far as it is here, and tells where the next one may begin. */
    private int token(byte c, byte[] source, int next, int end) {
        if (state == State.COMMA_OR_END) {
            afterValue(c);
        } else if (state == State.VALUE || state == State.VALUE_OR_END) {
            return value(c, source, next, end);
        } else if (state == State.COLON) {
            colon(c);
        } else if (c == QUOTE) {
            strings.begin(LONGEST_NAME);
            state = State.IN_NAME;
            return inString(source, next, end);
        } else if (c == '}' && state == State.NAME_OR_END) {
            endContainer();
        } else {
            breakOff();
        }
        return next;
    }

    private void colon(byte c) {
        if (c == ':') {
            state = State.VALUE;
        } else {
            breakOff();
        }
    }

    private int value(byte c, byte[] source, int next, int end) {
        if (c == QUOTE) {
            strings.begin(sink.room());
            state = State.IN_STRING;
            return inString(source, next, end);
        }
        if (isWord(c)) {
            valueStart = next - 1;
            word[0] = (char) c;
            wordLength = 1;
            state = State.IN_WORD;
            return inWord(source, next, end);
        }
        if (c == '{' || c == '[') {
            begin(c == '{');
        } else if (c == ']' && state == State.VALUE_OR_END) {
            endContainer();
        } else {
            breakOff();
        }
        return next;
    }

    private void afterValue(byte c) {
        boolean inObject = isObject[depth - 1];
        if (c == ',') {
            state = inObject ? State.NAME : State.VALUE;
        } else if (c == (inObject ? '}' : ']')) {
            endContainer();
        } else {
            breakOff();
        }
    }

    private void begin(boolean object) {
        if (depth == DEEPEST) {
            breakOff();
            return;
        }
        isObject[depth++] = object;
        if (object) {
            sink.beginObject();
            state = State.NAME_OR_END;
        } else {
            sink.beginArray();
            state = State.VALUE_OR_END;
        }
    }

    private void endContainer() {
        depth--;
        elementEnded = depth == 0 || (depth == 1 && !isObject[0]);
        sink.endContainer();
        valueEnded();
    }

    private void valueEnded() {
        state = depth == 0 ? State.VALUE : State.COMMA_OR_END;
    }

    private int inString(byte[] source, int from, int end) {
        int at = from;
        if (escaped) {
            escaped = false;
            at++;
        }
        while (at < end) {
            at = ByteSearch.first(QUOTE, ESCAPE, source, at, end);
            if (at == end) {
                break;
            }
            if (source[at] == QUOTE) {
                endString(source, from, at);
                return at + 1;
            }
            strings.sawEscape();
            escaped = at + 1 == end;
            at += 2;
        }
        strings.add(source, from, end);
        return end;
    }

    private void endString(byte[] source, int from, int to) {
        if (state == State.IN_NAME) {
            sink.name(strings.endName(source, from, to));
            state = State.COLON;
        } else {
            valueStart = from;
            valueEnd = to;
            sink.value(strings.end(source, from, to));
            valueEnded();
        }
    }

    private int inWord(byte[] source, int from, int end) {
        int at = from;
        while (at < end && isWord(source[at])) {
            if (wordLength == LONGEST_WORD) {
                breakOff();
                return at;
            }
            word[wordLength++] = (char) source[at++];
        }
        if (at < end) {
            valueEnd = at;
            finishWord();
        }
        return at;
    }

    private void finishWord() {
        JsonValue value = JsonWords.value(word, wordLength);
        if (value == null) {
            breakOff();
        } else {
            sink.value(value);
            valueEnded();
        }
    }

    /** A string that breaks off still tells what it began with. */
    private void breakOff() {
        if (state == State.IN_STRING) {
            sink.value(strings.end(new byte[] {}, 0, 0));
        }
        sink.cut();
        depth = 0;
        state = State.BROKEN;
    }

    static boolean isWord(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'E';
    }
}
