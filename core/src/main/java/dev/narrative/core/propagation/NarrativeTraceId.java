package dev.narrative.core.propagation;

import dev.narrative.model.Ids;
import org.jspecify.annotations.Nullable;

/** A narrative trace id that is a trace id as well, since it is written as 32 hex digits or as a UUID. */
record NarrativeTraceId(long high, long low) {
    /** Reads a value, {@code null} when it is of another form and so only a name for the trace. */
    static @Nullable NarrativeTraceId parse(String value) {
        String hex = value;
        if (value.length() == 36
                && value.charAt(8) == '-'
                && value.charAt(13) == '-'
                && value.charAt(18) == '-'
                && value.charAt(23) == '-') {
            hex = value.replace("-", "");
        }
        if (hex.length() != 32 || !Ids.isHex(hex, 0, 32)) {
            return null;
        }
        NarrativeTraceId id = new NarrativeTraceId(Ids.parse(hex, 0), Ids.parse(hex, 16));
        return (id.high | id.low) == 0 ? null : id;
    }
}
