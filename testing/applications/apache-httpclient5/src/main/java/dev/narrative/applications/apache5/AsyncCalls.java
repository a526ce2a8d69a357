package dev.narrative.applications.apache5;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.core5.http.ContentType;

/** Calls that the client's reactor completes. */
public final class AsyncCalls implements AutoCloseable {
    private final CloseableHttpAsyncClient client;
    private final RequestConfig config;

    /** @param patience how long it waits for an answer */
    public AsyncCalls(Duration patience) {
        config = Requests.waiting(patience);
        PoolingAsyncClientConnectionManager connections = new PoolingAsyncClientConnectionManager();
        connections.setDefaultMaxPerRoute(20);
        client = HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .build();
        client.start();
    }

    public Reply get(URI url, Map<String, String> headers) throws Exception {
        return await(Requests.simple("GET", url, headers));
    }

    public Reply post(URI url, byte[] body) throws Exception {
        SimpleHttpRequest request = Requests.simple("POST", url, Map.of());
        request.setBody(body, ContentType.APPLICATION_OCTET_STREAM);
        return await(request);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private Reply await(SimpleHttpRequest request) throws Exception {
        request.setConfig(config);
        try {
            return Requests.reply(client.execute(request, null).get(60, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
