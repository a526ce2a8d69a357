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
    private final JsonStrings strings = new JsonStrings();
    private final boolean[] isObject = new boolean[DEEPEST];
    private final char[] word = new char[LONGEST_WORD];
    private int wordLength;
    private int depth;
    private boolean escaped;
    private State state = State.VALUE;

    JsonScanner(JsonSink sink) {
        this.sink = sink;
    }

    void bytes(byte[] source, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            switch (state) {
                case IN_STRING, IN_NAME -> at = inString(source, at, end);
                case IN_WORD -> at = inWord(source, at, end);
                case BROKEN -> at = end;
                default -> {
                    byte c = source[at++];
                    if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                        token(c);
                    }
                }
            }
        }
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

    /** Whether a document goes on, with nothing wrong so far, where white space may stand. */
    boolean isWithin() {
        return depth > 0 && state != State.IN_STRING && state != State.IN_NAME && state != State.BROKEN;
    }

    private void token(byte c) {
        switch (state) {
            case VALUE, VALUE_OR_END -> value(c);
            case NAME, NAME_OR_END -> {
                if (c == '"') {
                    strings.begin(LONGEST_NAME);
                    state = State.IN_NAME;
                } else if (c == '}' && state == State.NAME_OR_END) {
                    endContainer();
                } else {
                    breakOff();
                }
            }
            case COLON -> {
                if (c == ':') {
                    state = State.VALUE;
                } else {
                    breakOff();
                }
            }
            default -> afterValue(c);
        }
    }

    private void value(byte c) {
        switch (c) {
            case '{' -> begin(true);
            case '[' -> begin(false);
            case '"' -> {
                strings.begin(sink.room());
                state = State.IN_STRING;
            }
            case ']' -> {
                if (state == State.VALUE_OR_END) {
                    endContainer();
                } else {
                    breakOff();
                }
            }
            default -> {
                if (isWord(c)) {
                    word[0] = (char) c;
                    wordLength = 1;
                    state = State.IN_WORD;
                } else {
                    breakOff();
                }
            }
        }
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
            byte c = source[at];
            if (c == '"') {
                endString(source, from, at);
                return at + 1;
            }
            at++;
            if (c == '\\') {
                strings.sawEscape();
                escaped = at == end;
                at++;
            }
        }
        strings.add(source, from, end);
        return end;
    }

    private void endString(byte[] source, int from, int to) {
        if (state == State.IN_NAME) {
            sink.name(strings.endName(source, from, to));
            state = State.COLON;
        } else {
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

    private static boolean isWord(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'E';
    }
}
