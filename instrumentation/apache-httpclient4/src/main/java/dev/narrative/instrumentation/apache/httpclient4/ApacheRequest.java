package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.instrumentation.http.HttpClientRequest;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** A request on its way into the client, and where it goes. */
record ApacheRequest(HttpRequest request, @Nullable HttpHost target) implements HttpClientRequest {
    @Override
    public String method() {
        return request.getRequestLine().getMethod();
    }

    @Override
    public String url() {
        String uri = request.getRequestLine().getUri();
        return target != null && uri.startsWith("/") ? target.toURI() + uri : uri;
    }

    @Override
    public @Nullable String host() {
        return target == null ? null : target.getHostName();
    }

    @Override
    public int port() {
        return target == null ? -1 : target.getPort();
    }

    @Override
    public @Nullable String header(String name) {
        Header header = request.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
