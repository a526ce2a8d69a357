package dev.narrative.export.delivery;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Map;

/**
 * Where the requests of one target go at present.
 *
 * @param headers sent with each request besides those that the request brings, such as an API key
 * @param reader says what answers mean
 */
public record HttpTarget(URI address, Map<String, String> headers, AnswerReader reader) {
    public HttpTarget {
        headers = Map.copyOf(headers);
    }

    URL url() throws MalformedURLException {
        return address.toURL();
    }
}
