package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.instrumentation.http.HttpClientRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.NamedEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way into the client.
 *
 * @param target where it is sent when it does not say so itself
 */
record ApacheRequest(HttpRequest request, @Nullable HttpHost target) implements HttpClientRequest {
    private static final String DEFAULT_SCHEME = "http";

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String url() {
        String path = String.valueOf(request.getRequestUri());
        NamedEndpoint server = server();
        if (server == null || !path.startsWith("/")) {
            return path;
        }
        String name = server.getHostName();
        String host = name.indexOf(':') < 0 ? name : '[' + name + ']';
        return scheme() + "://" + host + (server.getPort() < 0 ? "" : ":" + server.getPort()) + path;
    }

    @Override
    public @Nullable String host() {
        NamedEndpoint server = server();
        return server == null ? null : server.getHostName();
    }

    @Override
    public int port() {
        NamedEndpoint server = server();
        return server == null ? -1 : server.getPort();
    }

    @Override
    public @Nullable String header(String name) {
        Header header = request.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private @Nullable NamedEndpoint server() {
        return request.getAuthority() == null ? target : request.getAuthority();
    }

    private String scheme() {
        if (request.getScheme() != null) {
            return request.getScheme();
        }
        return target == null ? DEFAULT_SCHEME : target.getSchemeName();
    }
}
