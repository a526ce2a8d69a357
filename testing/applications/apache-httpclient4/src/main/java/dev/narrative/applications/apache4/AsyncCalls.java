package dev.narrative.applications.apache4;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;

/** Calls that the client's reactor completes. */
public final class AsyncCalls implements AutoCloseable {
    private final CloseableHttpAsyncClient client;

    /** @param patience how long it waits for an answer */
    public AsyncCalls(Duration patience) {
        client = HttpAsyncClients.custom()
                .setDefaultRequestConfig(Requests.waiting(patience))
                .setMaxConnPerRoute(20)
                .build();
        client.start();
    }

    public Reply get(URI url, Map<String, String> headers) throws Exception {
        return await(Requests.get(url, headers));
    }

    public Reply post(URI url, byte[] body) throws Exception {
        return await(Requests.post(url, body));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private Reply await(HttpUriRequest request) throws Exception {
        try {
            return Requests.reply(client.execute(request, null).get(60, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
