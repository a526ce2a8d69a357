package dev.narrative.model.json;

import org.jspecify.annotations.Nullable;

/** What is written without quotes: literals and numbers. */
final class JsonWords {
    private JsonWords() {}

    /** The value of a word, {@code null} when it is none. */
    static @Nullable JsonValue value(char[] word, int length) {
        return switch (word[0]) {
            case 't' -> is("true", word, length) ? JsonLiteral.TRUE : null;
            case 'f' -> is("false", word, length) ? JsonLiteral.FALSE : null;
            case 'n' -> is("null", word, length) ? JsonLiteral.NULL : null;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(word, length);
            default -> null;
        };
    }

    private static JsonValue number(char[] word, int length) {
        JsonInteger integer = JsonInteger.of(word, length);
        return integer == null ? new JsonNumber(new String(word, 0, length)) : integer;
    }

    private static boolean is(String expected, char[] word, int length) {
        if (length != expected.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word[i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
