package dev.narrative.testing.langfuse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A time as Langfuse reads it: ISO 8601 with a zone. */
record Times(@Nullable Instant time, boolean isWrong) {
    static Times read(@Nullable String text) {
        if (text == null) {
            return new Times(null, false);
        }
        try {
            return new Times(OffsetDateTime.parse(text).toInstant(), false);
        } catch (DateTimeException e) {
            return new Times(null, true);
        }
    }
}
