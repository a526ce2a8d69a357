package dev.narrative.console.store.postgres;

import dev.narrative.console.store.StoreException;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where a database is and how one gets in. User and password come from the URL or, where it has none, from PGUSER and
 * PGPASSWORD; as text it has neither, so that it can be shown.
 */
final class PostgresAddress {
    static final String PREFIX = "jdbc:postgresql:";

    /** What the driver says of an address has the password in it; failures tell all else. Held, or it is forgotten. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    static {
        DRIVER_LOG.setLevel(Level.OFF);
    }

    private static final String SCHEMA = "narrative";

    private final String url;
    private final Properties properties;
    private final Properties parsed;

    private PostgresAddress(String url, Properties properties, Properties parsed) {
        this.url = url;
        this.properties = properties;
        this.parsed = parsed;
    }

    static PostgresAddress of(String url, Map<String, String> environment) {
        Properties properties = new Properties();
        put(properties, PGProperty.USER, environment.get("PGUSER"));
        put(properties, PGProperty.PASSWORD, environment.get("PGPASSWORD"));
        put(properties, PGProperty.APPLICATION_NAME, "narrative");
        put(properties, PGProperty.CURRENT_SCHEMA, SCHEMA);
        put(properties, PGProperty.CONNECT_TIMEOUT, "10");
        put(properties, PGProperty.SOCKET_TIMEOUT, "300");
        put(properties, PGProperty.TCP_KEEP_ALIVE, "true");
        Properties parsed = Driver.parseURL(url, properties);
        if (parsed == null) {
            throw new StoreException(
                    "the address of the database can't be read; write it as jdbc:postgresql://host:5432/database",
                    new IOException("no address of PostgreSQL"));
        }
        return new PostgresAddress(url, properties, parsed);
    }

    String url() {
        return url;
    }

    Properties properties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /** The schema that the tables are in. */
    String schema() {
        String path = PGProperty.CURRENT_SCHEMA.getOrDefault(parsed);
        return path == null ? SCHEMA : path.split(",", 2)[0].trim();
    }

    @Override
    public String toString() {
        return PREFIX + "//" + PGProperty.PG_HOST.getOrDefault(parsed) + ":" + PGProperty.PG_PORT.getOrDefault(parsed)
                + "/" + PGProperty.PG_DBNAME.getOrDefault(parsed);
    }

    private static void put(Properties properties, PGProperty property, @Nullable String value) {
        if (value != null) {
            property.set(properties, value);
        }
    }
}
