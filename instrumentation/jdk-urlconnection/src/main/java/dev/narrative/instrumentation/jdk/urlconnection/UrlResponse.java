package dev.narrative.instrumentation.jdk.urlconnection;

import dev.narrative.instrumentation.http.HttpClientResponse;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

record UrlResponse(HttpURLConnection connection, int status) implements HttpClientResponse {
    /** The only version that the library speaks. */
    @Override
    public String protocolVersion() {
        return "1.1";
    }

    @Override
    public @Nullable String header(String name) {
        return connection.getHeaderField(name);
    }
}
