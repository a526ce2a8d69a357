package dev.narrative.model.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pieces of a stream that are like the one before: most say the same but for a few characters. It learns from
 * pieces that were read in full, tells nothing else than reading in full would, and gives up where no piece is like
 * another. Not thread-safe.
 */
public final class JsonRepetition {
    /** It is not like the last one. */
    public static final int OTHER = JsonTemplate.OTHER;

    /** It is like the last one so far. */
    public static final int PART = JsonTemplate.PART;

    private static final int LONGEST = 4_096;

    /** How many pieces are looked at in vain. */
    private static final int PATIENCE = 8;

    private final JsonNames names;
    private @Nullable JsonTemplate template;
    private int learnt;
    private int read;

    /** @param names those of the reader that reads in full */
    public JsonRepetition(JsonNames names) {
        this.names = names;
    }

    /**
     * Reads the piece that begins here when it is like the last one and all of it is here.
     *
     * @return where it ends, {@link #OTHER} or {@link #PART}
     */
    public int read(byte[] source, int from, int to) {
        JsonTemplate last = template;
        if (last == null) {
            return OTHER;
        }
        int end = last.read(source, from, to);
        if (end >= 0) {
            read++;
        }
        return end;
    }

    /** The document in the piece that was read last; reading the next one changes it. */
    public JsonValue document() {
        return template == null ? JsonValue.missing() : template.document();
    }

    /** The text of the piece that was read last, when that is all that it does not have in common with the one before. */
    public @Nullable JsonValue variedText() {
        return template == null ? null : template.variedText();
    }

    /**
     * Learns from a piece that was read in full, which is all between {@code from} and {@code to}.
     *
     * @param jsonFrom where the JSON begins in it
     * @param jsonTo where the JSON ends
     * @return whether the next one is held against this one
     */
    public boolean learn(byte[] source, int from, int to, int jsonFrom, int jsonTo) {
        if (to - from > LONGEST || learnt > PATIENCE + read) {
            return false;
        }
        learnt++;
        JsonTemplate next =
                JsonTemplate.of(Arrays.copyOfRange(source, from, to), jsonFrom - from, jsonTo - from, names);
        if (next == null) {
            return false;
        }
        if (template != null) {
            next.follow(template);
        }
        template = next;
        return true;
    }
}
