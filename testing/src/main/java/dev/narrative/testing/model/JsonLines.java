package dev.narrative.testing.model;

import java.nio.charset.StandardCharsets;

/** One JSON object a line, as Ollama streams and Cohere's version 1. */
record JsonLines(String contentType) implements Framing {
    @Override
    public byte[] frame(String name, String json) {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
