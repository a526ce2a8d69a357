package dev.narrative.applications.apache4;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.util.EntityUtils;

/** What blocking and asynchronous calls have in common. */
final class Requests {
    static final RequestConfig CONFIG = waiting(Duration.ofSeconds(2));

    private static final String QUESTION =
            "{\"model\":\"tiny-1\",\"temperature\":0.5,\"messages\":[{\"role\":\"user\",\"content\":\"Where?\"}]}";

    private Requests() {}

    static RequestConfig waiting(Duration patience) {
        return RequestConfig.custom()
                .setSocketTimeout(Math.toIntExact(patience.toMillis()))
                .build();
    }

    static HttpGet get(URI url, Map<String, String> headers) {
        HttpGet get = new HttpGet(url);
        headers.forEach(get::setHeader);
        return get;
    }

    static HttpPost post(URI url, byte[] body) {
        HttpPost post = new HttpPost(url);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
        return post;
    }

    static HttpPost question(URI server) {
        HttpPost post = new HttpPost(server.resolve("/v1/chat/completions"));
        post.setEntity(new StringEntity(QUESTION, ContentType.APPLICATION_JSON));
        return post;
    }

    static Reply reply(HttpResponse response) throws IOException {
        byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return new Reply(response.getStatusLine().getStatusCode(), body);
    }

    static void check(Reply reply) {
        if (reply.status() != 200 || reply.body().length == 0) {
            throw new AssertionError("status " + reply.status() + ", " + reply.body().length + " bytes");
        }
    }
}
