package dev.narrative.console.server.live;

import java.nio.charset.StandardCharsets;

/**
 * Something that happened.
 *
 * @param id grows with time; a client that comes back names the last one that it has
 * @param type {@code trace}, or {@code reset} where so much happened that lists are to be loaded again
 * @param data one line of JSON
 */
public record LiveEvent(long id, String type, String data) {
    static LiveEvent reset(long id) {
        return new LiveEvent(id, "reset", "{}");
    }

    /** The event as server-sent events are written. */
    byte[] encoded() {
        return ("id: " + id + "\nevent: " + type + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
