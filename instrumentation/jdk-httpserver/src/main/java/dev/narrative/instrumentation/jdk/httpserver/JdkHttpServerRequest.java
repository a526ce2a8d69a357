package dev.narrative.instrumentation.jdk.httpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import dev.narrative.instrumentation.http.HttpServerRequest;
import dev.narrative.instrumentation.http.HttpVersions;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

record JdkHttpServerRequest(HttpExchange exchange) implements HttpServerRequest {
    @Override
    public String method() {
        return exchange.getRequestMethod();
    }

    @Override
    public String scheme() {
        return exchange instanceof HttpsExchange ? "https" : "http";
    }

    @Override
    public String path() {
        String path = exchange.getRequestURI().getRawPath();
        return path == null ? "" : path;
    }

    @Override
    public @Nullable String query() {
        return exchange.getRequestURI().getRawQuery();
    }

    @Override
    public String protocolVersion() {
        return HttpVersions.of(exchange.getProtocol());
    }

    @Override
    public @Nullable String clientAddress() {
        InetSocketAddress remote = exchange.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? null
                : remote.getAddress().getHostAddress();
    }

    /** The path under which the handler was registered. */
    @Override
    public @Nullable String route() {
        return exchange.getHttpContext().getPath();
    }

    @Override
    public List<String> values(String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null ? List.of() : values;
    }
}
