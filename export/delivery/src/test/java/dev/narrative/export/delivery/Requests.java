package dev.narrative.export.delivery;

import java.nio.charset.StandardCharsets;

/** Requests that tests send: each has one span, and its name as its body. */
final class Requests {
    private Requests() {}

    static Request named(String name) {
        return named(name, 1, name.hashCode());
    }

    static Request named(String name, int spans, long... ids) {
        return new Request("traces", "text/plain", false, name.getBytes(StandardCharsets.UTF_8), spans, ids);
    }

    static Request sized(int bytes) {
        return new Request("traces", "text/plain", false, new byte[bytes], 1, new long[] {bytes});
    }

    static String name(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
