package dev.narrative.instrumentation.jdk.urlconnection;

import dev.narrative.instrumentation.http.HttpClientRequest;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

record UrlRequest(HttpURLConnection connection) implements HttpClientRequest {
    /** A connection that is written to turns its GET into a POST. */
    @Override
    public String method() {
        String method = connection.getRequestMethod();
        return connection.getDoOutput() && method.equals("GET") ? "POST" : method;
    }

    @Override
    public String url() {
        return connection.getURL().toExternalForm();
    }

    @Override
    public @Nullable String host() {
        String host = connection.getURL().getHost();
        return host.isEmpty() ? null : host;
    }

    @Override
    public int port() {
        return connection.getURL().getPort();
    }

    @Override
    public @Nullable String header(String name) {
        return connection.getRequestProperty(name);
    }
}
