package dev.narrative.testing.model;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it reached the model server.
 *
 * @param query what stands behind the question mark, empty when there is none
 * @param headers by name, in whatever case it is asked for
 */
public record ModelRequest(String method, String path, String query, Map<String, List<String>> headers, String body) {
    public ModelRequest {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = copy;
    }

    /** Reads it to its end. */
    static ModelRequest of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        @Nullable String query = exchange.getRequestURI().getQuery();
        return new ModelRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                exchange.getRequestHeaders(),
                body);
    }

    /** The values of a header, none when it was not sent. */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
