package dev.narrative.applications.apache5;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Posts JSON and gives the answer's body as it comes. */
public final class StreamingCalls {
    private final CloseableHttpClient client = HttpClients.createDefault();

    /** Closing the stream would read the rest, which may be long: the response is closed with it. */
    public InputStream open(URI url, String body) throws IOException {
        HttpPost post = new HttpPost(url);
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        ClassicHttpResponse response = client.execute(post);
        return new ResponseStream(response);
    }
}
