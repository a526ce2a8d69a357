package dev.narrative.instrumentation.jdk.urlconnection;

import dev.narrative.instrumentation.http.HttpClientResponse;

record UrlResponse(int status) implements HttpClientResponse {
    /** The only version that the library speaks. */
    @Override
    public String protocolVersion() {
        return "1.1";
    }
}
