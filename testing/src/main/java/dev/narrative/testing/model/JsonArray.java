package dev.narrative.testing.model;

import java.nio.charset.StandardCharsets;

/** The elements of one JSON array, as Gemini streams to who does not ask for server-sent events. For one stream. */
final class JsonArray implements Framing {
    private boolean begun;

    @Override
    public String contentType() {
        return "application/json; charset=UTF-8";
    }

    @Override
    public byte[] frame(String name, String json) {
        String before = begun ? ",\r\n" : "[";
        begun = true;
        return (before + json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] end() {
        return (begun ? "]\n" : "[]\n").getBytes(StandardCharsets.UTF_8);
    }
}
