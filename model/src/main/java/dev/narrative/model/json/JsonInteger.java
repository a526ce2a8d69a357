package dev.narrative.model.json;

import org.jspecify.annotations.Nullable;

/** A whole number of at most 18 digits, which is what nearly all numbers are. */
final class JsonInteger extends JsonValue {
    private static final int MOST_DIGITS = 18;

    /** Places in lists, of which streams are full. */
    private static final JsonInteger[] SMALL = new JsonInteger[10];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new JsonInteger(i);
        }
    }

    private final long value;

    private JsonInteger(long value) {
        this.value = value;
    }

    /** The number in these digits; {@code null} when it is none of this kind. */
    static @Nullable JsonInteger of(char[] word, int length) {
        boolean negative = word[0] == '-';
        if (length > MOST_DIGITS || (negative && length == 1)) {
            return null;
        }
        long value = 0;
        for (int i = negative ? 1 : 0; i < length; i++) {
            int digit = word[i] - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            value = value * 10 + digit;
        }
        return !negative && value < SMALL.length ? SMALL[(int) value] : new JsonInteger(negative ? -value : value);
    }

    @Override
    public double decimal(double otherwise) {
        return value;
    }

    @Override
    public long integer(long otherwise) {
        return value;
    }

    @Override
    public boolean isNumber() {
        return true;
    }

    @Override
    public void write(JsonWriter out) {
        out.value(value);
    }
}
