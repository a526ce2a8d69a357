package dev.narrative.console.server.rest;

import dev.narrative.console.query.TraceId;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the spans have that the console makes: ids, times, and whom they belong to. */
final class NewSpan {
    static final String SERVICE = "narrative-console";

    private static final SecureRandom RANDOM = new SecureRandom();

    private NewSpan() {}

    static TraceId traceId() {
        return new TraceId(RANDOM.nextLong(), spanId());
    }

    static long spanId() {
        long id = 0;
        while (id == 0) {
            id = RANDOM.nextLong();
        }
        return id;
    }

    static long now(Clock clock) {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** Puts on a span what is known of its trace: viewers read it on each. */
    static void belong(TraceSummary trace, Attributes attributes) {
        put(AttributeNames.SESSION_ID, trace.session(), attributes);
        put(AttributeNames.STORY_ID, trace.story(), attributes);
        put(AttributeNames.USER_ID, trace.user(), attributes);
    }

    static void put(String key, @Nullable String value, Attributes attributes) {
        if (value != null && !value.isEmpty()) {
            attributes.put(key, value);
        }
    }
}
