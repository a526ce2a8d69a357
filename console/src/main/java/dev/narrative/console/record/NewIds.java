package dev.narrative.console.record;

import dev.narrative.console.query.TraceId;
import java.util.concurrent.ThreadLocalRandom;

/** Ids for what is begun here; none is 0, which means that there is none. */
public final class NewIds {
    private NewIds() {}

    public static TraceId trace() {
        return new TraceId(nonZero(), nonZero());
    }

    public static long span() {
        return nonZero();
    }

    private static long nonZero() {
        long id = 0;
        while (id == 0) {
            id = ThreadLocalRandom.current().nextLong();
        }
        return id;
    }
}
