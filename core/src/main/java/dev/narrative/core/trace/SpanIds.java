package dev.narrative.core.trace;

import java.util.concurrent.ThreadLocalRandom;

/** Random ids, never 0. Not from {@code SecureRandom}: ids need to be unique, not secret, and it blocks start-up. */
final class SpanIds {
    private SpanIds() {}

    static long next() {
        long id = ThreadLocalRandom.current().nextLong();
        return id == 0 ? 1 : id;
    }
}
