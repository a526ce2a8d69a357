package dev.narrative.testing.model;

import java.nio.charset.StandardCharsets;

/**
 * Server-sent events, with the name of each event or without.
 *
 * @param newLine what ends a line; Google's is CR LF
 * @param last the data of an event after all others, or empty
 */
record ServerSentEvents(boolean named, String newLine, String last) implements Framing {
    /** Data alone, and {@code [DONE]} at the end, as OpenAI's chat has it. */
    static ServerSentEvents dataOnly() {
        return new ServerSentEvents(false, "\n", "[DONE]");
    }

    static ServerSentEvents withNames() {
        return new ServerSentEvents(true, "\n", "");
    }

    @Override
    public String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public byte[] frame(String name, String json) {
        return bytes((named ? "event: " + name + newLine : "") + "data: " + json + newLine + newLine);
    }

    @Override
    public byte[] comment() {
        return bytes(": still here" + newLine + newLine);
    }

    @Override
    public byte[] end() {
        return last.isEmpty() ? new byte[0] : bytes("data: " + last + newLine + newLine);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
