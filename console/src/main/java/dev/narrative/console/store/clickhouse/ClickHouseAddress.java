package dev.narrative.console.store.clickhouse;

import dev.narrative.console.store.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * Where a ClickHouse answers and which table is read. User and password come from the address or, where it has none,
 * from CLICKHOUSE_USER and CLICKHOUSE_PASSWORD; as text it has neither, so that it can be shown.
 *
 * @param endpoint the server, without a path
 * @param table one that the Collector's exporter makes
 */
record ClickHouseAddress(URI endpoint, String database, String table, String user, String password) {
    static final String PREFIX = "clickhouse:";

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    /** An address such as {@code clickhouse:http://host:8123/otel}, another table behind {@code ?table=}. */
    static ClickHouseAddress of(String address, Map<String, String> environment) {
        try {
            URI uri = new URI(address.substring(PREFIX.length()));
            String scheme = String.valueOf(uri.getScheme());
            String path = String.valueOf(uri.getPath()).replace("/", "");
            String database = path.isEmpty() ? "default" : path;
            String query = uri.getQuery();
            String table = query == null ? "otel_traces" : query.replaceFirst("^table=", "");
            if (uri.getHost() == null || !scheme.matches("https?") || !(database + table).matches(NAME)) {
                throw unreadable(new URISyntaxException("", "no host, or no name of a table"));
            }
            String[] who = (uri.getUserInfo() == null ? "" : uri.getUserInfo()).split(":", 2);
            boolean named = !who[0].isEmpty();
            return new ClickHouseAddress(
                    new URI(scheme, null, uri.getHost(), uri.getPort(), "/", null, null),
                    database,
                    table,
                    named ? who[0] : environment.getOrDefault("CLICKHOUSE_USER", "default"),
                    who.length > 1 ? who[1] : environment.getOrDefault("CLICKHOUSE_PASSWORD", ""));
        } catch (URISyntaxException e) {
            throw unreadable(e);
        }
    }

    @Override
    public String toString() {
        return endpoint + database + "." + table;
    }

    /** Without the address: there may be a password in it. */
    private static StoreException unreadable(URISyntaxException e) {
        return new StoreException(
                "the address of ClickHouse can't be read (" + e.getReason()
                        + "); write it as clickhouse:http://host:8123/database",
                new IllegalArgumentException("no address of ClickHouse"));
    }
}
