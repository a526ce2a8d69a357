package dev.narrative.model.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Goes through one JSON document that is here as a whole, value by value. It is strict about the document's form, so that
 * one that breaks off is told from one that ends, and tolerant of what stands within strings. Texts are decoded only when
 * they are asked for. Not thread-safe.
 */
public final class JsonCursor {
    /** What the cursor stands on. */
    public enum Token {
        BEGIN_OBJECT,
        END_OBJECT,
        BEGIN_ARRAY,
        END_ARRAY,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        /** Before the first value, and behind the last. */
        NONE
    }

    private static final int DEEPEST = 1_000;
    private static final byte QUOTE = '"';
    private static final byte ESCAPE = '\\';
    private static final int NOTHING = -1;
    private static final JsonNames NAMES = new JsonNames(Set.of());

    private final byte[] source;
    private final int start;
    private final int end;
    private int at;
    private boolean[] isObject = new boolean[32];
    private int depth;
    private boolean begun;
    private Token token = Token.NONE;
    private String name = "";
    private int textStart;
    private int textEnd;
    private boolean hasEscapes;

    /** A cursor before the document in these bytes, which nobody changes meanwhile. */
    public JsonCursor(byte[] source, int offset, int length) {
        this.source = source;
        this.start = offset;
        this.at = offset;
        this.end = offset + length;
    }

    /** What it stands on since the last {@link #next}. */
    public Token token() {
        return token;
    }

    /**
     * Goes on to the next value, or to the end of the object, the array or the document around it.
     *
     * @throws IOException when the document is wrong there, or breaks off
     */
    public Token next() throws IOException {
        int c = space();
        if (depth == 0) {
            return outermost(c);
        }
        boolean inObject = isObject[depth - 1];
        if (c == (inObject ? '}' : ']')) {
            at++;
            depth--;
            token = inObject ? Token.END_OBJECT : Token.END_ARRAY;
            return token;
        }
        if (token != Token.BEGIN_OBJECT && token != Token.BEGIN_ARRAY) {
            expect(c, ',');
            c = space();
        }
        if (inObject) {
            expect(c, '"');
            string();
            name = hasEscapes ? text() : NAMES.of(source, textStart, textEnd).text;
            expect(space(), ':');
            c = space();
        }
        return value(c);
    }

    /** The name of the member whose value this is. */
    public String name() {
        return name;
    }

    /** Whether it stands on a string, a number or a truth value, which have a text. */
    public boolean hasText() {
        return token == Token.STRING || token == Token.NUMBER || token == Token.TRUE || token == Token.FALSE;
    }

    /** The text of a string, its escapes undone; a number or truth value as it is written. */
    public String text() {
        return hasEscapes
                ? JsonEscapes.decode(source, textStart, textEnd)
                : new String(source, textStart, textEnd - textStart, StandardCharsets.UTF_8);
    }

    /** The same for a text that recurs in many documents, such as a key: it is decoded once for all. */
    public String recurringText() {
        return hasEscapes ? text() : NAMES.of(source, textStart, textEnd).text;
    }

    /** Where it stands at the beginning of an object or array, goes to its end. */
    public void skipChildren() throws IOException {
        if (token == Token.BEGIN_OBJECT || token == Token.BEGIN_ARRAY) {
            int around = depth - 1;
            while (depth > around) {
                next();
            }
        }
    }

    private Token outermost(int c) throws IOException {
        if (!begun) {
            begun = true;
            return value(c);
        }
        if (c != NOTHING) {
            throw wrong("more follows behind the document");
        }
        token = Token.NONE;
        return token;
    }

    private Token value(int c) throws IOException {
        hasEscapes = false;
        token = switch (c) {
            case '"' -> {
                at++;
                string();
                yield Token.STRING;
            }
            case '{' -> begin(true);
            case '[' -> begin(false);
            case 't' -> word("true", Token.TRUE);
            case 'f' -> word("false", Token.FALSE);
            case 'n' -> word("null", Token.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw wrong(c == NOTHING ? "it breaks off" : "a value was expected");
        };
        return token;
    }

    private Token begin(boolean object) throws IOException {
        if (depth == DEEPEST) {
            throw wrong("it is deeper than " + DEEPEST + " levels");
        }
        if (depth == isObject.length) {
            isObject = Arrays.copyOf(isObject, 2 * depth);
        }
        isObject[depth++] = object;
        at++;
        return object ? Token.BEGIN_OBJECT : Token.BEGIN_ARRAY;
    }

    /** Takes the rest of a string, and stands behind its quote. */
    private void string() throws IOException {
        hasEscapes = false;
        textStart = at;
        int quote = ByteSearch.first(QUOTE, ESCAPE, source, at, end);
        while (quote < end && source[quote] == ESCAPE) {
            hasEscapes = true;
            quote = quote + 2 < end ? ByteSearch.first(QUOTE, ESCAPE, source, quote + 2, end) : end;
        }
        if (quote == end) {
            throw wrong("a string breaks off");
        }
        textEnd = quote;
        at = quote + 1;
    }

    private Token word(String expected, Token is) throws IOException {
        textStart = at;
        for (int i = 0; i < expected.length(); i++) {
            if (at == end || source[at] != expected.charAt(i)) {
                throw wrong(expected + " was expected");
            }
            at++;
        }
        textEnd = at;
        return is;
    }

    private Token number() {
        textStart = at;
        while (at < end && isOfNumber(source[at])) {
            at++;
        }
        textEnd = at;
        return Token.NUMBER;
    }

    private static boolean isOfNumber(byte c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }

    /** The next byte that is no white space, which is not taken; {@link #NOTHING} at the end. */
    private int space() {
        while (at < end) {
            byte c = source[at];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        return NOTHING;
    }

    private void expect(int c, char expected) throws IOException {
        if (c != expected) {
            throw wrong(c == NOTHING ? "it breaks off" : "'" + expected + "' was expected");
        }
        at++;
    }

    private IOException wrong(String what) {
        return new IOException(what + " at byte " + (at - start));
    }
}
