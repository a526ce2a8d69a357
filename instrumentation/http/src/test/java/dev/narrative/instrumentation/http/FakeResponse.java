package dev.narrative.instrumentation.http;

record FakeResponse(int status) implements HttpClientResponse {
    @Override
    public String protocolVersion() {
        return "2";
    }
}
