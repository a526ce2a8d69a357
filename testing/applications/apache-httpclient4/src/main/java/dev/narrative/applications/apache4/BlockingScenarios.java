package dev.narrative.applications.apache4;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.client.fluent.Request;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** What only blocking calls can do; the public methods are traced. */
public final class BlockingScenarios {
    private final URI server;

    private BlockingScenarios(String server) {
        this.server = URI.create(server);
    }

    public static void play(String server) throws Exception {
        BlockingScenarios scenarios = new BlockingScenarios(server);
        scenarios.ask();
        scenarios.askTheOldWay();
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
                CloseableHttpResponse response = client.execute(Requests.question(server))) {
            Requests.check(Requests.reply(response));
        }
    }

    /** By the client that there was before 4.3. */
    @SuppressWarnings("deprecation")
    public void askTheOldWay() throws IOException {
        try (CloseableHttpClient client = new DefaultHttpClient();
                CloseableHttpResponse response = client.execute(Requests.question(server))) {
            Requests.check(Requests.reply(response));
        }
    }

    public void leaveUnread() throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            client.execute(Requests.question(server)).close();
        }
    }

    /** The library's own façade over its own client. */
    public void fluent() throws IOException {
        Request.Get(server.resolve("/fluent")).execute().discardContent();
    }

    /** A client without interceptors for much. */
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
                        .addInterceptorLast((HttpRequestInterceptor) (request, context) -> {
                            tokens.execute(Requests.get(server.resolve("/token"), Map.of()))
                                    .close();
                            request.setHeader("X-Token", "fresh");
                        })
                        .build();
                CloseableHttpResponse response = client.execute(new HttpGet(server.resolve("/with-token")))) {
            EntityUtils.consume(response.getEntity());
        }
    }

    private void sendMinimal(HttpGet request) throws IOException {
        try (CloseableHttpClient client = HttpClients.createMinimal();
                CloseableHttpResponse response =
                        client.execute(new HttpHost(server.getHost(), server.getPort()), request)) {
            EntityUtils.consume(response.getEntity());
        }
        if (request.getHeaders("traceparent").length > 0) {
            throw new AssertionError("the application's request has changed: " + request);
        }
    }
}
