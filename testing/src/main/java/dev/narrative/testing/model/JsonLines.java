package dev.narrative.testing.model;

import java.nio.charset.StandardCharsets;

/** One JSON object a line, as Ollama streams. */
record JsonLines() implements Framing {
    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public byte[] frame(String name, String json) {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
