package dev.narrative.instrumentation.reactor.netty;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientConfig;

/**
 * Where a request goes, from the parts that the client will put together: an absolute URI, or a path behind the base URL
 * or behind the configured host.
 *
 * @param port the port in the URL, negative when it says none
 */
record RequestUrl(String text, @Nullable String host, int port) {
    static RequestUrl of(HttpClientConfig config) {
        String uri = config.uri();
        if (uri == null) {
            uri = "/";
        }
        String base = config.baseUrl();
        if (!uri.startsWith("/")) {
            return parse(uri.contains("://") ? uri : scheme(config) + uri);
        }
        if (base != null) {
            return parse((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + uri);
        }
        return behindHost(config, uri);
    }

    private static RequestUrl parse(String url) {
        try {
            URI parsed = new URI(url);
            return new RequestUrl(url, parsed.getHost(), parsed.getPort());
        } catch (URISyntaxException unusual) {
            return new RequestUrl(url, null, -1);
        }
    }

    private static RequestUrl behindHost(HttpClientConfig config, String path) {
        if (address(config.remoteAddress()) instanceof InetSocketAddress address) {
            String host = address.getHostString();
            String authority = host.indexOf(':') < 0 ? host : "[" + host + "]";
            return new RequestUrl(scheme(config) + authority + ":" + address.getPort() + path, host, address.getPort());
        }
        return new RequestUrl(path, null, -1);
    }

    /** An application's own supplier is not asked: it may give another address each time. */
    private static @Nullable SocketAddress address(@Nullable Supplier<? extends SocketAddress> remote) {
        return remote != null && remote.getClass().getName().startsWith("reactor.netty.") ? remote.get() : null;
    }

    private static String scheme(HttpClientConfig config) {
        String scheme = config.websocketClientSpec() == null ? "http" : "ws";
        return config.isSecure() ? scheme + "s://" : scheme + "://";
    }
}
