package dev.narrative.applications.apache5;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Calls that block their thread. */
public final class BlockingCalls {
    private final CloseableHttpClient client;

    /** @param patience how long it waits for an answer */
    public BlockingCalls(Duration patience) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager();
        connections.setDefaultMaxPerRoute(20);
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(Requests.waiting(patience))
                .disableAutomaticRetries()
                .build();
    }

    /** The response is handled by a callback, as the library advises. */
    public Reply get(URI url, Map<String, String> headers) throws IOException {
        HttpGet get = new HttpGet(url);
        headers.forEach(get::setHeader);
        return client.execute(get, BlockingCalls::reply);
    }

    public Reply post(URI url, byte[] body) throws IOException {
        HttpPost post = new HttpPost(url);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
        return client.execute(post, BlockingCalls::reply);
    }

    private static Reply reply(ClassicHttpResponse response) throws IOException {
        byte[] body = EntityUtils.toByteArray(response.getEntity());
        return new Reply(response.getCode(), body == null ? new byte[0] : body);
    }
}
