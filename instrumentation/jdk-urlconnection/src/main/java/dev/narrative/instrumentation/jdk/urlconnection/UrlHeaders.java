package dev.narrative.instrumentation.jdk.urlconnection;

import dev.narrative.core.propagation.HeaderSetter;
import java.net.HttpURLConnection;

record UrlHeaders(HttpURLConnection connection) implements HeaderSetter {
    @Override
    public boolean has(String name) {
        return connection.getRequestProperty(name) != null;
    }

    @Override
    public void set(String name, String value) {
        connection.setRequestProperty(name, value);
    }

    /** The library can't take a header back: an empty one says the same. */
    @Override
    public void remove(String name) {
        if (has(name)) {
            connection.setRequestProperty(name, "");
        }
    }
}
