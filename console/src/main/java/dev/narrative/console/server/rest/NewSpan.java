package dev.narrative.console.server.rest;

import dev.narrative.model.Attributes;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the spans have in common that the server makes. */
final class NewSpan {
    static final String SERVICE = "narrative-console";

    private NewSpan() {}

    static long now(Clock clock) {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    static void put(String key, @Nullable String value, Attributes attributes) {
        if (value != null && !value.isEmpty()) {
            attributes.put(key, value);
        }
    }
}
