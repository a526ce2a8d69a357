package dev.narrative.console.query;

import dev.narrative.model.Ids;
import dev.narrative.model.SpanData;
import org.jspecify.annotations.Nullable;

/** A trace's id, the two halves as W3C writes them in hex. */
public record TraceId(long high, long low) {
    public static final int DIGITS = 32;

    public static TraceId of(SpanData span) {
        return new TraceId(span.traceIdHigh(), span.traceIdLow());
    }

    /** The id that 32 hex digits name, {@code null} when the text is no such thing. */
    public static @Nullable TraceId parse(String hex) {
        if (hex.length() != DIGITS || !Ids.isHex(hex, 0, DIGITS)) {
            return null;
        }
        return new TraceId(Ids.parse(hex, 0), Ids.parse(hex, 16));
    }

    /** The least id that begins with these hex digits. */
    public static TraceId first(String prefix) {
        return padded(prefix, '0');
    }

    /** The greatest id that begins with these hex digits. */
    public static TraceId last(String prefix) {
        return padded(prefix, 'f');
    }

    /** Whether the text can begin an id: 1 to 32 hex digits. */
    public static boolean isPrefix(String text) {
        return !text.isEmpty() && text.length() <= DIGITS && Ids.isHex(text, 0, text.length());
    }

    @Override
    public String toString() {
        return Ids.traceId(high, low);
    }

    private static TraceId padded(String prefix, char digit) {
        String hex = prefix + String.valueOf(digit).repeat(DIGITS - prefix.length());
        return new TraceId(Ids.parse(hex, 0), Ids.parse(hex, 16));
    }
}
