package dev.narrative.console.store.clickhouse;

import dev.narrative.console.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks by HTTP. Parameters travel beside the query, never in it. No settings are sent: a user who only reads may set none. */
final class ClickHouseClient {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SHOWN = 500;

    private final ClickHouseAddress address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    ClickHouseClient(ClickHouseAddress address) {
        this.address = address;
    }

    /** The table as queries name it. */
    String table() {
        return "`" + address.table() + "`";
    }

    /** The rows that a query gives; of its question marks each stands for a parameter. */
    List<Row> rows(String sql, Object... parameters) {
        StringBuilder query = new StringBuilder();
        StringBuilder url = new StringBuilder("?database=").append(address.database());
        int next = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c != '?') {
                query.append(c);
                continue;
            }
            Object value = parameters[next];
            String type = value instanceof Long ? "Int64" : value instanceof Double ? "Float64" : "String";
            query.append("{p").append(next).append(':').append(type).append('}');
            url.append("&param_p").append(next).append('=').append(encoded(value.toString()));
            next++;
        }
        return ask(
                address.endpoint().resolve(url.toString()),
                query.append(" FORMAT TabSeparated").toString());
    }

    private List<Row> ask(URI uri, String query) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("X-ClickHouse-User", address.user())
                .header("X-ClickHouse-Key", address.password())
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw failed(response);
            }
            return response.body().lines().map(Row::parse).toList();
        } catch (IOException e) {
            throw new StoreException(
                    "ClickHouse at " + address + " can't be reached (" + e + "); check that it runs and its address",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("the question to " + address + " was interrupted", e);
        }
    }

    private StoreException failed(HttpResponse<String> response) {
        String body = response.body().strip();
        String said = body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
        String advice =
                switch (response.statusCode()) {
                    case 401, 403, 516 ->
                        "check the user and the password, which may come from CLICKHOUSE_USER and CLICKHOUSE_PASSWORD";
                    case 404 -> "check the database and the table, which the Collector's exporter makes";
                    default -> "see the server's log";
                };
        return new StoreException(
                "ClickHouse at " + address + " refused (" + said + "); " + advice,
                new IOException("HTTP " + response.statusCode()));
    }

    /** As a column of TabSeparated, which parameters are read as. */
    private static String encoded(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\0", "\\0");
        return URLEncoder.encode(escaped, StandardCharsets.UTF_8);
    }
}
