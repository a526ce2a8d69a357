package dev.narrative.applications.apache4;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Calls that block their thread. */
public final class BlockingCalls {
    private final CloseableHttpClient client;

    /** @param patience how long it waits for an answer */
    public BlockingCalls(Duration patience) {
        client = HttpClients.custom()
                .setDefaultRequestConfig(Requests.waiting(patience))
                .setMaxConnPerRoute(20)
                .disableAutomaticRetries()
                .build();
    }

    /** The response is handled by a callback, as the library advises. */
    public Reply get(URI url, Map<String, String> headers) throws IOException {
        return client.execute(Requests.get(url, headers), Requests::reply);
    }

    public Reply post(URI url, byte[] body) throws IOException {
        return client.execute(Requests.post(url, body), Requests::reply);
    }
}
