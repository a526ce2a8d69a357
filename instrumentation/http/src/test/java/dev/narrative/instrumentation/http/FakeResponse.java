package dev.narrative.instrumentation.http;

import org.jspecify.annotations.Nullable;

record FakeResponse(int status) implements HttpClientResponse {
    @Override
    public String protocolVersion() {
        return "2";
    }

    @Override
    public @Nullable String header(String name) {
        return null;
    }
}
