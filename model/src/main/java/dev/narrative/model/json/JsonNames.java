package dev.narrative.model.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * The names of members that readers of one kind meet: each is decoded once for all of them, together with whether its
 * value is wanted. Shared between threads; a race costs no more than another copy of a name.
 */
public final class JsonNames {
    /** For readers that want every member. */
    static final JsonNames ALL_WANTED = new JsonNames(Set.of());

    private static final int PLACES = 512;
    private static final int LONGEST = 64;

    private final Set<String> skipped;
    private final Set<String> whole;
    private final Name[] seen = new Name[PLACES];

    /** Names of which none holds what has to be kept whole. */
    public JsonNames(Set<String> skipped) {
        this(skipped, Set.of());
    }

    /**
     * @param skipped names of members that hold vectors or bytes: strings, numbers and arrays of these names are read over,
     *     and of objects the arrays in them
     * @param whole names of members within which every member is wanted, whatever it is called
     */
    public JsonNames(Set<String> skipped, Set<String> whole) {
        this.skipped = Set.copyOf(skipped);
        this.whole = Set.copyOf(whole);
    }

    /** The name in these bytes, which hold no escapes. */
    Name of(byte[] bytes, int from, int to) {
        if (from == to || to - from > LONGEST) {
            return of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        int place = hash(bytes, from, to) & PLACES - 1;
        Name name = seen[place];
        if (name == null || !Arrays.equals(name.bytes, 0, name.bytes.length, bytes, from, to)) {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            name = name(text, Arrays.copyOfRange(bytes, from, to));
            seen[place] = name;
        }
        return name;
    }

    /** A name that is too rare or too long to be remembered. */
    Name of(String text) {
        return name(text, new byte[] {});
    }

    private Name name(String text, byte[] bytes) {
        return new Name(text, bytes, skipped.contains(text), whole.contains(text));
    }

    /** Of length, first, middle and last byte, which tells the names of one document apart well enough. */
    static int hash(byte[] bytes, int from, int to) {
        int hash = (((to - from) * 31 + bytes[from]) * 31 + bytes[(from + to) / 2]) * 31 + bytes[to - 1];
        return hash ^ hash >>> 9;
    }

    /** A name and the bytes that it came in. */
    static final class Name {
        final String text;
        final boolean isSkipped;
        final boolean isWhole;
        private final byte[] bytes;

        private Name(String text, byte[] bytes, boolean isSkipped, boolean isWhole) {
            this.text = text;
            this.isWhole = isWhole;
            this.bytes = bytes;
            this.isSkipped = isSkipped;
        }
    }
}
