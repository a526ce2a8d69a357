package dev.narrative.applications.apache5;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.fluent.Request;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** What only blocking calls can do; the public methods are traced. */
public final class BlockingScenarios {
    private final URI server;

    private BlockingScenarios(String server) {
        this.server = URI.create(server);
    }

    public static void play(String server) throws Exception {
        BlockingScenarios scenarios = new BlockingScenarios(server);
        scenarios.ask();
        scenarios.leaveUnread();
        scenarios.fluent();
        HttpGet reused = new HttpGet("/reused");
        scenarios.minimal(reused);
        scenarios.minimalAgain(reused);
        scenarios.intercepted();
    }

    /** Asks a model, as every SDK does that is built upon this client. */
    public void ask() throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault();
                CloseableHttpResponse response = client.execute(question())) {
            Requests.check(response.getCode(), EntityUtils.toByteArray(response.getEntity()).length);
        }
    }

    public void leaveUnread() throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            client.execute(question()).close();
        }
    }

    /** The library's own façade over its own client. */
    public void fluent() throws IOException {
        Request.get(server.resolve("/fluent")).execute().discardContent();
    }

    /** A client without interceptors for much, which writes the application's own object. */
    public void minimal(HttpGet request) throws IOException {
        sendMinimal(request);
    }

    public void minimalAgain(HttpGet request) throws IOException {
        sendMinimal(request);
    }

    /** An interceptor asks for a token, by a client of its own. */
    public void intercepted() throws IOException {
        try (CloseableHttpClient tokens = HttpClients.createDefault();
                CloseableHttpClient client = HttpClients.custom()
                        .addRequestInterceptorLast((request, entity, context) -> {
                            HttpGet token = new HttpGet(server.resolve("/token"));
                            tokens.execute(token).close();
                            request.setHeader("X-Token", "fresh");
                        })
                        .build();
                CloseableHttpResponse response = client.execute(new HttpGet(server.resolve("/with-token")))) {
            EntityUtils.consume(response.getEntity());
        }
    }

    private void sendMinimal(HttpGet request) throws IOException {
        try (CloseableHttpClient client = HttpClients.createMinimal();
                CloseableHttpResponse response = client.execute(
                        new HttpHost("http", server.getHost(), server.getPort()),
                        request,
                        HttpClientContext.create())) {
            EntityUtils.consume(response.getEntity());
        }
        if (request.getHeaders("traceparent").length > 0) {
            throw new AssertionError("the application's request has changed: " + request);
        }
    }

    private HttpPost question() {
        HttpPost post = new HttpPost(server.resolve("/v1/chat/completions"));
        post.setEntity(new StringEntity(Requests.QUESTION, ContentType.APPLICATION_JSON));
        return post;
    }
}
